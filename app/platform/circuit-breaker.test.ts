import fc from "fast-check";
import { expect, test } from "vitest";
import { createCircuitBreaker, type CallOutcome, type CircuitPolicy } from "./circuit-breaker.ts";
import { createCircuitBreakers } from "./circuit-breakers.ts";
import { createFakeClock } from "./clock.ts";

const policy: CircuitPolicy = { windowMs: 10_000, minimumCalls: 4, failureRate: 0.5, openMs: 5_000, probes: 2, probeTimeoutMs: 3_000 };

function setUp() {
  const clock = createFakeClock(100_000);
  const changes: string[] = [];
  const breaker = createCircuitBreaker({ clock, policy, onChange: ({ from, to }) => changes.push(`${from}>${to}`) });
  function call(outcome: CallOutcome): boolean {
    const permit = breaker.acquire();
    permit?.settle(outcome);
    return permit !== undefined;
  }
  function open(): void {
    for (let count = 0; count < policy.minimumCalls; count += 1) call("failure");
  }
  return { clock, changes, breaker, call, open };
}

test("it opens at the failure rate, but not on fewer calls than the minimum", () => {
  const { breaker, call, changes } = setUp();
  for (let count = 0; count < 3; count += 1) call("failure");
  expect(breaker.state()).toBe("closed");
  call("failure");
  expect(breaker.state()).toBe("open");
  expect(call("success")).toBe(false);
  expect(changes).toEqual(["closed>open"]);
});

test("a healthy share of successes keeps it closed", () => {
  const { breaker, call } = setUp();
  for (let count = 0; count < 50; count += 1) call(count % 5 > 2 ? "failure" : "success");
  expect(breaker.state()).toBe("closed");
});

test("failures older than the window are forgotten", () => {
  const { clock, breaker, call } = setUp();
  for (let count = 0; count < 3; count += 1) call("failure");
  clock.advance(policy.windowMs + 1);
  call("failure");
  expect(breaker.state()).toBe("closed");
});

test("calls that say nothing are not counted", () => {
  const { breaker, call } = setUp();
  for (let count = 0; count < 50; count += 1) call("ignored");
  for (let count = 0; count < 3; count += 1) call("failure");
  expect(breaker.state()).toBe("closed");
});

test("after its pause only so many probes pass, and when they succeed it closes", () => {
  const { clock, breaker, open, changes } = setUp();
  open();
  expect(breaker.retryAfterMs()).toBe(5_000);
  clock.advance(5_000);
  const first = breaker.acquire();
  const second = breaker.acquire();
  expect(breaker.acquire()).toBeUndefined();
  first?.settle("success");
  expect(breaker.state()).toBe("half-open");
  second?.settle("success");
  expect(breaker.state()).toBe("closed");
  expect(changes).toEqual(["closed>open", "open>half-open", "half-open>closed"]);
});

test("a failed probe opens it again for a whole pause", () => {
  const { clock, breaker, call, open } = setUp();
  open();
  clock.advance(5_000);
  call("failure");
  clock.advance(4_999);
  expect(breaker.state()).toBe("open");
  clock.advance(1);
  expect(breaker.state()).toBe("half-open");
});

test("a probe given up leaves its place to another; one that never reports opens the circuit again", () => {
  const { clock, breaker, call, open } = setUp();
  open();
  clock.advance(5_000);
  for (let count = 0; count < 5; count += 1) expect(call("ignored")).toBe(true);
  breaker.acquire();
  clock.advance(policy.probeTimeoutMs);
  expect(breaker.state()).toBe("open");
});

test("late answers from before the change and repeated reports do nothing", () => {
  const { clock, breaker, open } = setUp();
  const late = Array.from({ length: policy.minimumCalls }, () => breaker.acquire());
  open();
  clock.advance(5_000);
  for (const permit of late) permit?.settle("failure");
  expect(breaker.state()).toBe("half-open");
  const probe = breaker.acquire();
  probe?.settle("success");
  probe?.settle("success");
  expect(breaker.state()).toBe("half-open");
});

test("whatever happens, an open circuit lets nothing through and opens up to calls again in time", () => {
  const step = fc.record({
    outcome: fc.constantFrom<CallOutcome>("success", "failure", "ignored"),
    stepMs: fc.integer({ min: 0, max: 4_000 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
      const { clock, breaker, call } = setUp();
      for (const { outcome, stepMs } of steps) {
        clock.advance(stepMs);
        const stateBefore = breaker.state();
        expect(call(outcome)).toBe(stateBefore !== "open");
      }
      clock.advance(policy.openMs);
      expect(breaker.acquire()).toBeDefined();
    }),
  );
});

test("each target has its own breaker, and memory is bounded", () => {
  const changes: string[] = [];
  const breakers = createCircuitBreakers({
    clock: createFakeClock(0),
    policy,
    onChange: ({ target, to }) => changes.push(`${target} ${to}`),
  });
  for (let count = 0; count < 4; count += 1) breakers.of("sick").acquire()?.settle("failure");
  expect(breakers.of("well").state()).toBe("closed");
  for (let count = 0; count < 2_000; count += 1) breakers.of(`target ${count}`);
  expect(breakers.states().length).toBeLessThanOrEqual(1_000);
  expect(breakers.states()).toContainEqual({ target: "sick", state: "open" });
  expect(changes).toEqual(["sick open"]);
});
