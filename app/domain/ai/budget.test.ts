import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeClock } from "#app/platform/clock.ts";
import { accountKey, accountsOf, type Cap, type Hold, Ledger, type LedgerStore, limitOf, periodOf } from "./budget.ts";

const start = Date.UTC(2026, 10, 21, 12);
const timeZone = "America/Sao_Paulo";

/** A disk: what a ledger wrote is there for the next one, and nothing else. */
function aStore(): LedgerStore & { spent: Map<string, number>; holds: Map<string, Hold> } {
  const spent = new Map<string, number>();
  const holds = new Map<string, Hold>();
  return {
    spent,
    holds,
    loadSpent: () => [...spent].map(([account, microUsd]) => ({ account, microUsd })),
    loadHolds: () => [...holds.values()],
    putSpent: (account, microUsd) => void spent.set(account, microUsd),
    putHold: (hold) => void holds.set(hold.id, hold),
    removeHold: (id) => void holds.delete(id),
  };
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
      weight: 5,
      arbitrary: fc.record({ do: fc.constant("reserve" as const), payer: fc.nat(3), amount: fc.integer({ min: 0, max: 300 }) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant("settle" as const), call: fc.nat(1_000), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("raise" as const), call: fc.nat(1_000), amount: fc.integer({ min: 0, max: 400 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant("clock" as const), byMs: fc.integer({ min: -30 * 3_600_000, max: 30 * 3_600_000 }) }),
    },
  ),
  { maxLength: 120 },
);

/** What one who writes down every call on paper would say: all that was promised, and in the end all that was paid. */
type Paper = { account: string[]; amount: number; cost: number | undefined };

test("whatever is reserved, settled, lost or restarted in whatever order at whatever time, no cap is passed and nothing is lost", () => {
  fc.assert(
    fc.property(steps, (script) => {
      const clock = createFakeClock(start);
      const store = aStore();
      let ledger = new Ledger(store, clock);
      const paper: Paper[] = [];
      const ids: string[] = [];
      for (const step of script) {
        const at = "call" in step && ids.length > 0 ? step.call % ids.length : -1;
        const [id, call] = [ids[at], paper[at]];
        if (step.do === "crash") ledger = new Ledger(store, clock);
        else if (step.do === "clock") clock.advance(step.byMs);
        else if (step.do === "reserve") {
          const payer = payers[step.payer] ?? { kind: "system", id: "" };
          const newId = `aic_${ids.length}`;
          const account = accountsOf(payer, periodOf(clock.now(), timeZone)).map(accountKey);
          const { isGranted } = ledger.reserve({ id: newId, payer, amountMicroUsd: step.amount, leaseMs, caps, timeZone });
          if (isGranted) {
            ids.push(newId);
            paper.push({ account, amount: step.amount, cost: undefined });
          }
        } else if (id !== undefined && call !== undefined && call.cost === undefined) {
          const payer = store.holds.get(id)?.payer ?? { kind: "system", id: "" };
          if (step.do === "raise") {
            const known = store.holds.get(id);
            if (known === undefined) continue;
            const raised = ledger.reserve({ id, payer, amountMicroUsd: step.amount, leaseMs, caps, timeZone });
            if (raised.isGranted) call.amount = Math.max(call.amount, step.amount);
          } else {
            const cost = Math.floor(call.amount * step.share);
            const isHeard = ledger.settle(id, cost) !== undefined;
            // Two days after its lease ended nobody corrects it any more: it stays charged in full.
            call.cost = isHeard ? cost : call.amount;
          }
        }
        ledger.sweep();
        expectWithinCaps(store);
      }
      // Every cent is either spent or still held: on paper and in the books alike.
      const open = new Set(store.holds.keys());
      const expected = new Map<string, number>();
      for (const [index, { account, amount, cost }] of paper.entries()) {
        const isHeld = open.has(ids[index] ?? "") && !store.holds.get(ids[index] ?? "")?.isCharged;
        for (const key of account) expected.set(key, (expected.get(key) ?? 0) + (isHeld ? 0 : (cost ?? amount)));
      }
      for (const [key, value] of expected) expect(store.spent.get(key) ?? 0, key).toBe(value);
    }),
    { numRuns: 400 },
  );
});

/** Reckoned from the disk alone, not from what the ledger says of itself. */
function expectWithinCaps({ spent, holds }: ReturnType<typeof aStore>): void {
  const total = new Map(spent);
  const accounts = new Map<string, number | undefined>();
  for (const hold of holds.values()) {
    for (const account of accountsOf(hold.payer, hold)) {
      accounts.set(accountKey(account), limitOf(caps, account));
      if (!hold.isCharged) total.set(accountKey(account), (total.get(accountKey(account)) ?? 0) + hold.amountMicroUsd);
    }
  }
  const passed = [...accounts].filter(([key, limit]) => (total.get(key) ?? 0) > (limit ?? Number.POSITIVE_INFINITY));
  expect(passed).toEqual([]);
}

function aLedger(clock = createFakeClock(start)) {
  const store = aStore();
  const ledger = new Ledger(store, clock);
  const reserve = (id: string, amountMicroUsd: number, payer = { kind: "system", id: "cron" }) =>
    ledger.reserve({ id, payer, amountMicroUsd, leaseMs, caps, timeZone }).isGranted;
  const spent = () => store.spent.get("2026-11-21 workspace ") ?? 0;
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
  const { reserve, ledger, store, clock } = aLedger(createFakeClock(Date.UTC(2026, 10, 22, 2, 59)));
  reserve("late", 300);
  clock.advance(50_000);
  expect(reserve("same day", 701)).toBe(false);
  clock.advance(20_000);
  expect(reserve("next day", 701)).toBe(true);
  ledger.settle("late", 200);
  expect(store.spent.get("2026-11-21 workspace ")).toBe(200);
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
