import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeClock } from "#app/platform/clock.ts";
import { isAdvance } from "./advance.ts";
import { accountKey, accountsOf, type Cap, type Hold, limitOf, periodOf } from "./budget.ts";
import { Ledger, type LedgerStore } from "./ledger.ts";

const start = Date.UTC(2026, 10, 21, 12);
const timeZone = "America/Sao_Paulo";

/** A disk: what a ledger wrote is there for the next one, and nothing else. */
function aStore() {
  const spent = new Map<string, number>();
  const holds = new Map<string, Hold>();
  const written = { ids: new Set<string>(), sums: 0 };
  return {
    spent,
    holds,
    written,
    loadSpent: () => [...spent].map(([account, microUsd]) => ({ account, microUsd })),
    loadHolds: () => [...holds.values()],
    putSpent: (account, microUsd) => {
      spent.set(account, microUsd);
      written.sums += 1;
    },
    putHold: (hold) => {
      holds.set(hold.id, hold);
      written.ids.add(hold.id);
    },
    removeHold: (id) => void holds.delete(id),
  } satisfies LedgerStore & Record<string, unknown>;
}

const caps: Cap[] = [
  { scope: "workspace", subjectId: "", window: "day", limitMicroUsd: 1_000 },
  { scope: "workspace", subjectId: "", window: "month", limitMicroUsd: 2_500 },
  { scope: "user", subjectId: "", window: "day", limitMicroUsd: 400 },
  { scope: "user", subjectId: "usr_1", window: "day", limitMicroUsd: 600 },
  { scope: "agent", subjectId: "sync", window: "month", limitMicroUsd: 500 },
];
const payers = [
  { kind: "user", id: "usr_1" },
  { kind: "user", id: "usr_2" },
  { kind: "agent", id: "sync" },
  { kind: "system", id: "cron" },
];
const leaseMs = 60_000;

const steps = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ do: fc.constant("reserve" as const), payer: fc.nat(3), amount: fc.integer({ min: 0, max: 12 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant("reserve" as const), payer: fc.nat(3), amount: fc.integer({ min: 0, max: 300 }) }),
    },
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant("settle" as const), call: fc.nat(1_000), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("raise" as const), call: fc.nat(1_000), amount: fc.integer({ min: 0, max: 400 }) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("write" as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("clock" as const), byMs: fc.integer({ min: 0, max: 400 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("clock" as const), byMs: fc.integer({ min: -30 * 3_600_000, max: 30 * 3_600_000 }) }),
    },
  ),
  { maxLength: 160, size: "max" },
);

/** What one who writes down every call on paper would say: all that was promised, and in the end all that was paid. */
type Paper = { id: string; payer: { kind: string; id: string }; accounts: string[]; amount: number; cost: number | undefined };

/** The books, the paper beside them, and what crashes left that stands for calls nobody can name. */
class Trial {
  readonly clock = createFakeClock(start);
  readonly store = aStore();
  readonly paper: Paper[] = [];
  readonly orphans = new Map<string, Hold>();
  /** Ends that are not on disk: whoever told them has no answer, and tells them again after a crash. */
  readonly unheard = new Map<string, number>();
  /** Promised or paid by a life that ended, and by no word on disk. */
  readonly lost = new Set<string>();
  ledger = new Ledger(this.store, this.clock);
  #sums = 0;

  run(step: Step): void {
    this.take(step);
    this.ledger.sweep();
  }

  take(step: Step): void {
    switch (step.do) {
      case "crash":
        return this.crash();
      case "write":
        return this.ledger.write();
      case "clock":
        return this.clock.advance(step.byMs);
      case "reserve":
        return this.reserve(payers[step.payer] ?? { kind: "system", id: "" }, step.amount);
      case "raise":
        return this.raise(this.paper[step.call % this.paper.length], step.amount);
      case "settle":
        return this.settle(this.paper[step.call % this.paper.length], step.share);
      default:
        return step satisfies never;
    }
  }

  reserve(payer: Paper["payer"], amountMicroUsd: number): void {
    const id = `aic_${this.paper.length}`;
    const accounts = accountsOf(payer, periodOf(this.clock.now(), timeZone)).map(accountKey);
    if (!this.ledger.reserve({ id, payer, amountMicroUsd, leaseMs, caps, timeZone }).isGranted) return;
    this.paper.push({ id, payer, accounts, amount: amountMicroUsd, cost: undefined });
  }

  raise(call: Paper | undefined, amountMicroUsd: number): void {
    if (call === undefined || call.cost !== undefined || this.isLost(call)) return;
    const { id, payer } = call;
    // Charged and forgotten: it would be a new call.
    if (this.store.written.ids.has(id) && !this.store.holds.has(id)) return;
    if (!this.ledger.reserve({ id, payer, amountMicroUsd, leaseMs, caps, timeZone }).isGranted) return;
    call.amount = Math.max(call.amount, amountMicroUsd);
  }

  settle(call: Paper | undefined, share: number): void {
    if (call === undefined || call.cost !== undefined) return;
    const cost = Math.floor(call.amount * share);
    this.ledger.sweep();
    this.hear();
    const isHeard = this.ledger.settle(call.id, cost) !== undefined;
    // Two days after its lease ended nobody corrects it any more: it stays charged in full.
    call.cost = isHeard || this.isLost(call) ? cost : call.amount;
    if (isHeard) this.unheard.set(call.id, cost);
  }

  isLost({ id }: Paper): boolean {
    return this.lost.has(id);
  }

  /** Sums come to disk together with all that is in them. */
  hear(): void {
    if (this.#sums !== this.store.written.sums) this.unheard.clear();
    this.#sums = this.store.written.sums;
  }

  crash(): void {
    this.hear();
    for (const { id, cost } of this.paper) {
      if (!this.store.written.ids.has(id) && (cost === undefined || this.unheard.has(id))) this.lost.add(id);
    }
    for (const hold of this.store.holds.values()) {
      if (isAdvance(hold) && !hold.isCharged) this.orphans.set(`${hold.id} ${hold.grantedAtMs}`, hold);
    }
    this.ledger = new Ledger(this.store, this.clock);
    for (const [id, cost] of this.unheard) if (this.ledger.settle(id, cost) === undefined) this.unheard.delete(id);
  }
}

type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

test("whatever is reserved, settled, lost or restarted in whatever order at whatever time, no cap is passed and nothing is lost", () => {
  const granted = { loosely: 0 };
  fc.assert(
    fc.property(steps, (script) => {
      const trial = new Trial();
      for (const step of script) {
        trial.run(step);
        expectWithinCaps(trial.store);
        expectCovered(trial);
        granted.loosely += trial.paper.filter(({ id, cost }) => cost === undefined && !trial.store.holds.has(id)).length;
      }
      // Old enough to stand for themselves.
      trial.clock.advance(1_000);
      trial.ledger.write();
      expectBooksAsPaper(trial);
    }),
    { numRuns: 300, interruptAfterTimeLimit: 20_000 },
  );
  // Otherwise nothing of the above was about calls that no disk knew of.
  expect(granted.loosely).toBeGreaterThan(1_000);
});

/** In the end every cent is spent or held, on paper and in the books alike; what a crash took counts as much as was put aside. */
function expectBooksAsPaper({ store, paper, lost, orphans }: Trial): void {
  const least = new Map<string, number>();
  const exact = new Map<string, number>();
  for (const call of paper) {
    const hold = store.holds.get(call.id);
    const isHeld = hold !== undefined && !hold.isCharged;
    const paid = isHeld ? 0 : (call.cost ?? call.amount);
    for (const key of call.accounts) {
      least.set(key, (least.get(key) ?? 0) + paid);
      if (!lost.has(call.id)) exact.set(key, (exact.get(key) ?? 0) + paid);
    }
  }
  for (const orphan of orphans.values()) {
    const row = store.holds.get(orphan.id);
    const isCharged = row?.grantedAtMs === orphan.grantedAtMs ? row.isCharged : true;
    for (const key of accountsOf(orphan.payer, orphan).map(accountKey)) {
      exact.set(key, (exact.get(key) ?? 0) + (isCharged ? orphan.amountMicroUsd : 0));
      if (!isCharged) least.set(key, (least.get(key) ?? 0) - orphan.amountMicroUsd);
    }
  }
  for (const [key, value] of exact) expect(store.spent.get(key) ?? 0, key).toBe(value);
  for (const [key, value] of least) expect(store.spent.get(key) ?? 0, key).toBeGreaterThanOrEqual(value);
}

/** At any moment the disk alone answers for all that was promised: for what was let through from memory as well. */
function expectCovered({ store, paper, lost }: Trial): void {
  const promised = new Map<string, number>();
  for (const { id, accounts, amount, cost } of paper) {
    if (lost.has(id)) continue;
    for (const key of accounts) promised.set(key, (promised.get(key) ?? 0) + (cost ?? amount));
  }
  const total = totalOnDisk(store);
  for (const [key, value] of promised) expect(total.get(key) ?? 0, key).toBeGreaterThanOrEqual(value);
}

function totalOnDisk({ spent, holds }: ReturnType<typeof aStore>): Map<string, number> {
  const total = new Map(spent);
  for (const hold of holds.values()) {
    if (hold.isCharged) continue;
    for (const key of accountsOf(hold.payer, hold).map(accountKey)) total.set(key, (total.get(key) ?? 0) + hold.amountMicroUsd);
  }
  return total;
}

/** Reckoned from the disk alone, not from what the ledger says of itself. */
function expectWithinCaps(store: ReturnType<typeof aStore>): void {
  const total = totalOnDisk(store);
  const limits = new Map(
    [...store.holds.values()].flatMap((hold) => accountsOf(hold.payer, hold).map((one) => [accountKey(one), limitOf(caps, one)] as const)),
  );
  const passed = [...limits].filter(([key, limit]) => (total.get(key) ?? 0) > (limit ?? Number.POSITIVE_INFINITY));
  expect(passed).toEqual([]);
}

function aLedger(clock = createFakeClock(start)) {
  const store = aStore();
  const ledger = new Ledger(store, clock);
  const reserve = (id: string, amountMicroUsd: number, payer = { kind: "system", id: "cron" }) =>
    ledger.reserve({ id, payer, amountMicroUsd, leaseMs, caps, timeZone }).isGranted;
  const spent = (day = "2026-11-21") => {
    ledger.write();
    return store.spent.get(`${day} workspace `) ?? 0;
  };
  return { store, ledger, reserve, spent, clock };
}

test("a budget one millionth short refuses, one that is just enough does not", () => {
  const { reserve, ledger } = aLedger();
  expect(reserve("a", 999)).toBe(true);
  expect(reserve("b", 2)).toBe(false);
  expect(reserve("c", 1)).toBe(true);
  ledger.settle("a", 500);
  expect(reserve("d", 499)).toBe(true);
  expect(reserve("e", 1)).toBe(false);
});

test("a call whose end nobody told is charged in full when its lease ends, and corrected when it is told late", () => {
  const { reserve, ledger, spent, clock } = aLedger();
  reserve("lost", 800);
  expect(spent()).toBe(0);
  clock.advance(leaseMs);
  ledger.sweep();
  expect(spent()).toBe(800);
  expect(reserve("next", 300)).toBe(false);
  ledger.settle("lost", 50);
  expect(spent()).toBe(50);
  expect(reserve("next", 300)).toBe(true);
  expect(ledger.settle("lost", 50)).toBeUndefined();
  expect(spent()).toBe(50);
});

test("a call under way books into the day it began in, wherever the workspace is", () => {
  // 23:59 in São Paulo.
  const { reserve, ledger, spent, clock } = aLedger(createFakeClock(Date.UTC(2026, 10, 22, 2, 59)));
  reserve("late", 300);
  clock.advance(50_000);
  expect(reserve("same day", 701)).toBe(false);
  clock.advance(20_000);
  expect(reserve("next day", 701)).toBe(true);
  ledger.settle("late", 200);
  expect(spent()).toBe(200);
});

test("a clock that ran ahead and came back opens no second budget", () => {
  const { reserve, ledger, clock } = aLedger();
  reserve("a", 1_000);
  ledger.settle("a", 1_000);
  clock.advance(400 * 24 * 3_600_000);
  expect(reserve("ahead", 1_000)).toBe(true);
  clock.set(start);
  expect(reserve("back", 1)).toBe(false);
});

test("a lease given in a future that turned out not to be is over: it is charged, not kept for ever", () => {
  const { reserve, ledger, store, clock } = aLedger();
  clock.advance(24 * 3_600_000);
  reserve("ahead", 700);
  clock.set(start);
  ledger.sweep();
  expect(store.spent.get("2026-11-22 workspace ")).toBe(700);
  expect(ledger.callsUnderWay()).toBe(0);
});

test("each user has the cap of their own, else the one for everybody; agents have theirs", () => {
  const { reserve } = aLedger();
  expect(reserve("a", 601, { kind: "user", id: "usr_1" })).toBe(false);
  expect(reserve("b", 401, { kind: "user", id: "usr_2" })).toBe(false);
  expect(reserve("c", 400, { kind: "user", id: "usr_2" })).toBe(true);
  expect(reserve("d", 501, { kind: "agent", id: "sync" })).toBe(false);
  expect(reserve("e", 501, { kind: "agent", id: "optimizer" })).toBe(true);
});

test("a call that costs more than was put aside is booked as it is: the books never lie", () => {
  const { reserve, ledger, spent } = aLedger();
  reserve("a", 100);
  ledger.settle("a", 1_200);
  expect(spent()).toBe(1_200);
  expect(reserve("b", 0)).toBe(false);
});

test("a new workspace has a cap nobody had to set", () => {
  const account = accountsOf({ kind: "system", id: "" }, periodOf(start, "UTC"))[0];
  expect(account && limitOf([], account)).toBe(5_000_000);
});

/** One call is written, the next ones are let through by the advance that was written with it. */
function withAdvance() {
  const { store, reserve, ...rest } = aLedger();
  expect(reserve("first", 10)).toBe(true);
  const puts = store.written.ids.size;
  expect(reserve("loose", 10)).toBe(true);
  expect([store.written.ids.size, store.holds.has("loose")]).toEqual([puts, false]);
  return { store, reserve, ...rest };
}

test("a short call after the first costs no word on disk but its sum; one that lasts is written down for itself", () => {
  const { store, ledger, reserve, spent, clock } = withAdvance();
  ledger.settle("loose", 4);
  reserve("long", 10);
  clock.advance(300);
  expect(spent()).toBe(4);
  expect([store.written.ids.has("loose"), store.holds.has("long")]).toEqual([false, true]);
  expect(ledger.callsUnderWay()).toBe(2);
  expect(totalOnDisk(store).get("2026-11-21 workspace ")).toBe(4 + 10 + 10 + 16 * 10);
});

test("a call that cost more than its advance can stand for is on disk at once", () => {
  const { store, ledger, reserve } = withAdvance();
  ledger.settle("loose", 900);
  expect(store.spent.get("2026-11-21 workspace ")).toBe(900);
  expect(reserve("next", 100)).toBe(false);
});

test("a crash between grant and writing: the advance counts as held until its lease ends, and then as spent", () => {
  const { store, clock, spent } = withAdvance();
  const after = new Ledger(store, clock);
  const [day] = accountsOf({ kind: "system", id: "cron" }, periodOf(start, timeZone));
  expect(day && after.stateOf(day, 1_000)).toMatchObject({ spentMicroUsd: 0, heldMicroUsd: 10 + 16 * 10 });
  expect(after.callsUnderWay()).toBe(1);
  expect(after.settle("loose", 4)).toBeUndefined();
  clock.advance(2 * leaseMs);
  after.sweep();
  expect(spent()).toBe(10 + 16 * 10);
});

test("an advance nobody asks of is given back, and none refuses a call that money is left for", () => {
  const { store, ledger, reserve, clock } = withAdvance();
  expect(reserve("all but one", 979)).toBe(true);
  expect(reserve("last", 1)).toBe(true);
  expect(reserve("none", 1)).toBe(false);
  clock.advance(5_000);
  ledger.write();
  expect([...store.holds.values()].filter(isAdvance)).toEqual([]);
  expect(ledger.hasAdvances()).toBe(false);
});
