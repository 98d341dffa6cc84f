/** A mistake that somebody could make, as an edit of one file, and the tests that have to turn red. */
export type SeededBug = {
  name: string;
  path: string;
  find: string;
  replace: string;
  project: "node" | "worker" | "browser";
  tests: string;
};

const ledger = "app/domain/warehouse/ledger";
const room = "party/warehouse-zone";
const onLedger = { project: "node", tests: `${ledger}/ledger.test.ts` } as const;
const onTransfers = { project: "node", tests: `${ledger}/transfers.test.ts` } as const;
const onTelling = { project: "worker", tests: "app/domain/catalog/tell-stock.worker.test.ts" } as const;
const onFloor = { project: "node", tests: "scripts/floor-sim/floor-sim.test.ts" } as const;
const onTriggers = { project: "worker", tests: "app/domain/triggers/triggers.worker.test.ts" } as const;
const onPolicies = { project: "worker", tests: "app/domain/agents/policies/policies.worker.test.ts" } as const;
const onBudget = { project: "node", tests: "app/domain/ai/ledger.test.ts" } as const;
const onMoney = { project: "node", tests: "app/ai/gateway/gateway-money.test.ts" } as const;
const onGateway = { project: "node", tests: "app/ai/gateway/gateway.test.ts" } as const;
const onRoom = { project: "worker", tests: `${room}/room.worker.test.ts` } as const;

/** What went wrong in other warehouses' software, put into ours. */
export const seededBugs: readonly SeededBug[] = [
  {
    name: "a trigger that leads to its own event fires for ever",
    path: "app/domain/triggers/guard.ts",
    find: "if (chain.includes(triggerId)) return",
    replace: "if (chain.length > 100) return",
    ...onTriggers,
  },
  {
    name: "each look fires a trigger for the same event again",
    path: "app/domain/triggers/fire-triggers.server.ts",
    find: "eventId: happening.id,",
    replace: "eventId: `${happening.id} ${id}`,",
    ...onTriggers,
  },
  {
    name: "a message that comes twice has its actions done twice",
    path: "app/domain/triggers/perform-firing.server.ts",
    find: '|| (firing.state !== "waiting" && !isGivenUp)) return undefined;',
    replace: ") return undefined;",
    ...onTriggers,
  },
  {
    name: "a trigger fires for what happened before it was switched on",
    path: "app/domain/triggers/fire-triggers.server.ts",
    find: "fromMs: Math.max(sinceMs, now - newsMs)",
    replace: "fromMs: Math.min(sinceMs, now - newsMs)",
    ...onTriggers,
  },
  {
    name: "every policy lets everything through",
    path: "app/domain/agents/policies/judge.ts",
    find: "passes: checked.passes && conditions",
    replace: "passes: checked.checks.length > 0 && conditions",
    ...onPolicies,
  },
  {
    name: "a policy's number a day is not kept",
    path: "app/domain/agents/policies/judge.ts",
    find: "< policy.mostPerDay && judge",
    replace: "< Number.MAX_SAFE_INTEGER && judge",
    ...onPolicies,
  },
  {
    name: "what was promised since the look at the stock is promised again",
    path: `${ledger}/decide/reservations.ts`,
    find: "Math.min(left, freeOf(line))",
    replace: "Math.min(left, line.qty)",
    ...onLedger,
  },
  {
    name: "a command that comes twice is done twice",
    path: `${ledger}/execute.ts`,
    find: "if (known !== undefined) {",
    replace: "if (known !== undefined && known.hash === id) {",
    ...onLedger,
  },
  {
    name: "two tell a marketplace the same stock, the older number last",
    path: "app/domain/catalog/note-stock-told.server.ts",
    find: "if (!(await isWritten(ctx, writes))) return [];",
    replace: "await isWritten(ctx, writes);",
    ...onTelling,
  },
  {
    name: "a marketplace that has just sold one is told the old number again",
    path: "app/domain/catalog/stock-differences.server.ts",
    find: "saleOnItsWayMs = 120_000",
    replace: "saleOnItsWayMs = 0",
    ...onTelling,
  },
  {
    name: "a total is written over what changed meanwhile",
    path: `${ledger}/apply.ts`,
    find: "qty: line.qty + delta",
    replace: "qty: delta > 0 ? delta : line.qty + delta",
    ...onLedger,
  },
  {
    name: "one version for the whole zone",
    path: `${ledger}/execute.ts`,
    find: 'name.startsWith("bin:") ? zone.bin(id)?.version',
    replace: 'name.startsWith("bin:") ? zone.lastSeq()',
    ...onLedger,
  },
  {
    name: "followers hear of an event before it is written",
    path: `${room}/room.server.ts`,
    find: "const { epoch, seq: toSeq } = this.#cursor();",
    replace: "const { epoch, seq } = this.#cursor();\n    const toSeq = seq + 1;",
    ...onRoom,
  },
  {
    name: "two rows for the same goods in the same bin",
    path: `${room}/storage-tables.server.ts`,
    find: "qty integer not null, reserved integer not null, primary key (account, sku, lot, plate, status)) without rowid",
    replace: "qty integer not null, reserved integer not null)",
    ...onRoom,
  },
  {
    name: "an order that is shipped is shipped again",
    path: `${ledger}/decide/reservations.ts`,
    find: 'reservation: { ...one, state: "shipped" }',
    replace: "reservation: one",
    ...onLedger,
  },
  {
    name: "goods that are announced twice arrive twice",
    path: `${ledger}/decide/transfers.ts`,
    find: "if (d.zone.hasDocument(transferId)) return",
    replace: "if (d.zone.hasDocument(`${transferId}?`)) return",
    ...onTransfers,
  },
  {
    name: "a number below zero becomes zero",
    path: `${ledger}/apply.ts`,
    find: "qty: line.qty + delta",
    replace: "qty: Math.max(0, line.qty + delta)",
    ...onLedger,
  },
  {
    name: "what waits to be sent is forgotten",
    path: "party/shared/broadcaster.ts",
    find: "if (deltas.length > 0) send(deltas);",
    replace: "if (deltas.length > 1) send(deltas.slice(1));",
    ...onRoom,
  },
  {
    name: "totals that changed while they were told count as told",
    path: `${room}/storage.server.ts`,
    find: '"delete from untold where sku = ? and seq = ?", sku, seq',
    replace: '"delete from untold where sku = ? and ? > 0", sku, seq',
    ...onFloor,
  },
  {
    name: "a machine that stops in mid-write leaves half of a command",
    path: `${room}/storage.server.ts`,
    find: "together: (run) => storage.transactionSync(run)",
    replace: "together: (run) => run()",
    ...onFloor,
  },
  {
    name: "two people have the same task",
    path: `${ledger}/decide/tasks.ts`,
    find: "claimedBy.id !== d.actor.id && (task.leaseUntil ?? 0) > d.nowMs",
    replace: "claimedBy.id !== d.actor.id && (task.leaseUntil ?? 0) > d.nowMs + 5_000",
    ...onFloor,
  },
  {
    name: "who comes back is told all but the first of what was missed",
    path: `${room}/books.server.ts`,
    find: "joinTouched(rows.map(",
    replace: "joinTouched(rows.slice(1).map(",
    ...onFloor,
  },
  {
    name: "a decision on what is no longer so is carried out",
    path: `${ledger}/execute.ts`,
    find: "if (now !== version) throw",
    replace: "if (now < version) throw",
    ...onFloor,
  },
  {
    name: "goods that arrived are announced no more, though nobody heard it",
    path: "app/domain/warehouse/carry-messages.server.ts",
    find: "} catch (error) {",
    replace: "} catch (error) {\n      arrived.push(id);",
    ...onFloor,
  },
  {
    name: "two calls at once are both let through on the last cent",
    path: "app/domain/ai/ledger.ts",
    find: "spentMicroUsd + heldMicroUsd + moreMicroUsd <= limitMicroUsd",
    replace: "spentMicroUsd + moreMicroUsd <= limitMicroUsd",
    ...onBudget,
  },
  {
    name: "what a program that died may have spent is forgotten",
    path: "app/domain/ai/ledger.ts",
    find: "        this.#spend(hold, hold.amountMicroUsd);\n",
    replace: "",
    ...onBudget,
  },
  {
    name: "a late end is booked on top of what was charged for it",
    path: "app/domain/ai/ledger.ts",
    find: "costMicroUsd - (hold.isCharged ? hold.amountMicroUsd : 0)",
    replace: "costMicroUsd",
    ...onBudget,
  },
  {
    name: "what was put aside is gone after a restart",
    path: "app/domain/ai/ledger.ts",
    find: "if (!hold.isCharged) this.#hold(hold, hold.amountMicroUsd);\n  }",
    replace: "if (hold.isCharged) this.#hold(hold, hold.amountMicroUsd);\n  }",
    ...onBudget,
  },
  {
    name: "more is granted from memory than the advance on disk stands for",
    path: "app/domain/ai/advance.ts",
    find: "advance.amountMicroUsd - advance.usedMicroUsd >= amountMicroUsd",
    replace: "advance.amountMicroUsd >= amountMicroUsd",
    ...onBudget,
  },
  {
    name: "what we asked wrongly is asked of everybody",
    path: "app/ai/gateway/judge-failure.ts",
    find: "invalid: { goesOn: false",
    replace: "invalid: { goesOn: true",
    ...onGateway,
  },
  {
    name: "a model that is not allowed stands in",
    path: "app/ai/gateway/route.ts",
    find: "provider === undefined || !modelsOf(provider, need).includes(model)",
    replace: "provider === undefined",
    ...onGateway,
  },
  {
    name: "a stream that was cut looks finished",
    path: "app/ai/gateway/usage.ts",
    find: 'return unified === "error" ||',
    replace: "return",
    ...onGateway,
  },
  {
    name: "a dearer model stands in without being paid for",
    path: "app/ai/gateway/try-candidates.ts",
    find: "if (needed <= (call.heldMicroUsd ?? -1)) return true;",
    replace: "if (needed > 0) return true;",
    ...onMoney,
  },
  {
    name: "tokens that nobody counted cost nothing",
    path: "app/ai/gateway/call.ts",
    find: "(isEstimated ? { ...this.most, cachedTokens: 0 } : noTokens)",
    replace: "noTokens",
    ...onMoney,
  },
  {
    name: "a call is booked before its answer is out",
    path: "app/ai/gateway/call.ts",
    find: "await sleep(0);",
    replace: "void sleep;",
    ...onGateway,
  },
  {
    name: "an attempt that hung costs nothing",
    path: "app/ai/gateway/judge-failure.ts",
    find: "timeout: { goesOn: true, isPassing: false, mayCost: true",
    replace: "timeout: { goesOn: true, isPassing: false, mayCost: false",
    ...onGateway,
  },
];
