import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeClock } from "./clock.ts";
import { createFakeSleep } from "./fake-sleep.ts";
import { createPacer, type PacePolicy, sawAnswer, sawRefusal, startPace, takeTurn } from "./pace.ts";

const policy: PacePolicy = { startPerSecond: 10, maxPerSecond: 20, minPerSecond: 1, burst: 5, pauseMs: 1_000, maxPauseMs: 60_000 };

test("a burst goes out at once, and what follows keeps the pace", () => {
  let state = startPace(policy, 0);
  const waits = Array.from({ length: 8 }, () => {
    const turn = takeTurn(state, policy, 0);
    state = turn.state;
    return turn.waitMs;
  });
  expect(waits).toEqual([0, 0, 0, 0, 0, 100, 200, 300]);
});

test("time that was not used is kept up to the burst and no further", () => {
  const { state } = takeTurn(startPace(policy, 0), policy, 0);
  let later = state;
  const waits = Array.from({ length: 7 }, () => {
    const turn = takeTurn(later, policy, 3_600_000);
    later = turn.state;
    return turn.waitMs;
  });
  expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(5);
});

test("a refusal holds everybody back as long as the other side asks, and halves the pace", () => {
  const refused = sawRefusal(startPace(policy, 0), policy, 0, 7_000);
  expect(refused.perSecond).toBe(5);
  expect(takeTurn(refused, policy, 0).waitMs).toBe(7_000);
});

test("without a named wait each refusal in a row doubles the pause up to its limit, and an answer forgives", () => {
  let state = startPace(policy, 0);
  const pauses = Array.from({ length: 8 }, (_, index) => {
    state = sawRefusal(state, policy, 1_000_000 * index, undefined);
    return state.nextAtMs - 1_000_000 * index;
  });
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  expect(sawRefusal(sawAnswer(state, policy), policy, 9_000_000, undefined).nextAtMs - 9_000_000).toBe(1_000);
});

test("whatever happens, the pace stays within its bounds and never lets more through than it says", () => {
  const step = fc.record({ kind: fc.constantFrom("turn", "answer", "refusal"), gapMs: fc.nat(500) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      let state = startPace(policy, 0);
      let nowMs = 0;
      const turns: number[] = [];
      for (const { kind, gapMs } of steps) {
        nowMs += gapMs;
        if (kind === "answer") state = sawAnswer(state, policy);
        else if (kind === "refusal") state = sawRefusal(state, policy, nowMs, undefined);
        else {
          const turn = takeTurn(state, policy, nowMs);
          state = turn.state;
          turns.push(nowMs + turn.waitMs);
        }
        expect(state.perSecond).toBeGreaterThanOrEqual(policy.minPerSecond);
        expect(state.perSecond).toBeLessThanOrEqual(policy.maxPerSecond);
      }
      for (const from of turns) {
        const inSecond = turns.filter((atMs) => atMs >= from && atMs < from + 1_000).length;
        expect(inSecond).toBeLessThanOrEqual(policy.maxPerSecond + policy.burst + 1);
      }
    }),
  );
});

test("callers of one key wait for each other, those of another do not", async () => {
  const clock = createFakeClock(0);
  const timers = createFakeSleep(clock);
  const pacer = createPacer({ clock, sleep: timers.sleep, policy: { ...policy, burst: 1 } });
  await timers.run(Promise.all([pacer.turn("orders"), pacer.turn("orders"), pacer.turn("items")]));
  expect(timers.sleptMs).toEqual([100]);
  pacer.throttled("orders", 5_000);
  expect(pacer.perSecond("orders")).toBe(5);
  expect(pacer.perSecond("items")).toBe(10);
});
