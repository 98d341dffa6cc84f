import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeClock } from "#app/platform/clock.ts";
import { isAdvance } from "./advance.ts";
import { accountKey, accountsOf, limitOf, periodOf } from "./budget.ts";
import { Ledger } from "./ledger.ts";
import { aStore, caps, leaseMs, start, steps, timeZone, totalOnDisk, Trial } from "./testing/ledger-trial.ts";

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
    { numRuns: 300, plugins: [fc.interruptAfterTimeLimit(20_000)] },
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

/** Reckoned from the disk alone, not from what the ledger says of itself. */
function expectWithinCaps(store: Trial["store"]): void {
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
