import fc from "fast-check";
import { expect, test } from "vitest";
import { refund, take, type BucketState } from "./token-bucket.ts";

const policyOf = fc.record({
  name: fc.constant("test"),
  capacity: fc.integer({ min: 1, max: 50 }),
  refillPerSecond: fc.double({ min: 0.01, max: 200, noNaN: true }),
});
const requestsOf = fc.array(fc.record({ stepMs: fc.integer({ min: -2_000, max: 5_000 }), cost: fc.integer({ min: 1, max: 10 }) }), {
  minLength: 1,
  maxLength: 80,
});

test("in any span of time never more than the capacity and the refill of that span is granted", () => {
  fc.assert(
    fc.property(policyOf, requestsOf, (policy, requests) => {
      let state: BucketState | undefined;
      let nowMs = 1_000_000;
      let latestMs = 0;
      const grants: { atMs: number; cost: number }[] = [];
      for (const { stepMs, cost } of requests) {
        nowMs += stepMs;
        latestMs = Math.max(latestMs, nowMs);
        const taken = take(state, policy, nowMs, cost);
        state = taken.state;
        if (taken.decision.allowed) grants.push({ atMs: latestMs, cost });
      }
      for (const [index, first] of grants.entries()) {
        let granted = 0;
        for (const { atMs, cost } of grants.slice(index)) {
          granted += cost;
          expect(granted).toBeLessThanOrEqual(policy.capacity + (policy.refillPerSecond * (atMs - first.atMs)) / 1_000 + 1e-6);
        }
      }
    }),
  );
});

test("a clock that runs back neither gives nor takes", () => {
  const policy = { name: "x", capacity: 10, refillPerSecond: 1 };
  const { state } = take(undefined, policy, 100_000, 5);
  const back = take(state, policy, 60_000);
  expect(back.decision).toMatchObject({ allowed: true, remaining: 4 });
  expect(take(back.state, policy, 101_000).decision.remaining).toBe(4);
});

test("waiting as long as told is always enough, and a moment less is not", () => {
  fc.assert(
    fc.property(policyOf, requestsOf, (policy, requests) => {
      let state: BucketState | undefined;
      let nowMs = 0;
      for (const { stepMs, cost: wanted } of requests) {
        nowMs += Math.abs(stepMs) / 50;
        const cost = Math.min(wanted, policy.capacity);
        const { state: next, decision } = take(state, policy, nowMs, cost);
        state = next;
        if (decision.allowed) continue;
        expect(take(next, policy, nowMs + decision.retryAfterMs, cost).decision.allowed).toBe(true);
        expect(take(next, policy, nowMs + decision.retryAfterMs - 2, cost).decision.allowed).toBe(false);
      }
    }),
  );
});

test("a fresh bucket lets a burst of its capacity through and then refuses", () => {
  const policy = { name: "sign-in", capacity: 3, refillPerSecond: 0.5 };
  let state: BucketState | undefined;
  const seen = [0, 0, 0, 0].map((nowMs) => {
    const taken = take(state, policy, nowMs);
    state = taken.state;
    return taken.decision;
  });
  expect(seen).toEqual([
    { allowed: true, remaining: 2, retryAfterMs: 0, resetAfterMs: 2_000 },
    { allowed: true, remaining: 1, retryAfterMs: 0, resetAfterMs: 4_000 },
    { allowed: true, remaining: 0, retryAfterMs: 0, resetAfterMs: 6_000 },
    { allowed: false, remaining: 0, retryAfterMs: 2_000, resetAfterMs: 6_000 },
  ]);
});

test("a refund gives back what was taken and never more than the capacity", () => {
  const policy = { name: "sign-in", capacity: 2, refillPerSecond: 1 };
  const once = take(undefined, policy, 0).state;
  expect(refund(once, policy, 0).tokens).toBe(2);
  expect(refund(refund(once, policy, 0), policy, 0, 5).tokens).toBe(2);
});

test("a cost above the capacity is refused with a wait, not with an error", () => {
  const { decision } = take(undefined, { name: "x", capacity: 2, refillPerSecond: 1 }, 0, 3);
  expect(decision.allowed).toBe(false);
  expect(decision.retryAfterMs).toBeGreaterThan(0);
});

test("a policy that could never refill is refused as a mistake", () => {
  for (const broken of [{ capacity: 0 }, { refillPerSecond: 0 }, { capacity: Number.NaN }]) {
    expect(() => take(undefined, { name: "x", capacity: 1, refillPerSecond: 1, ...broken }, 0)).toThrow(RangeError);
  }
});
