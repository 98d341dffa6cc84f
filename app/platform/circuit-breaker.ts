import type { Clock } from "./clock.ts";

export type CircuitState = "closed" | "open" | "half-open";

export type CircuitPolicy = {
  /** The failure rate is taken over this much of the past. */
  windowMs: number;
  /** Fewer calls than this say nothing. */
  minimumCalls: number;
  /** 0 to 1: from this share of failures on, the circuit opens. */
  failureRate: number;
  openMs: number;
  /** So many calls may try again at once; when they all succeed, the circuit closes. */
  probes: number;
  /** A probe that never reports back counts as failed after this time. */
  probeTimeoutMs: number;
};

/** `ignored`: says nothing about the target's health, for example a call the caller gave up. */
export type CallOutcome = "success" | "failure" | "ignored";

/** Settle exactly once; later calls do nothing. */
export type CircuitPermit = { settle(outcome: CallOutcome): void };

export type CircuitBreaker = {
  state(): CircuitState;
  /** Undefined while the circuit is open: do not call. */
  acquire(): CircuitPermit | undefined;
  /** When the next call may be tried; 0 while calls are let through. */
  retryAfterMs(): number;
};

export type CircuitChange = { from: CircuitState; to: CircuitState };

type BreakerOptions = { clock: Clock; policy: CircuitPolicy; onChange?: ((change: CircuitChange) => void) | undefined };

export const defaultCircuitPolicy: CircuitPolicy = {
  windowMs: 30_000,
  minimumCalls: 5,
  failureRate: 0.5,
  openMs: 15_000,
  probes: 1,
  probeTimeoutMs: 30_000,
};

const slices = 10;

type Slice = { index: number; calls: number; failures: number };

/** Calls and failures of the last window, in slices, so that memory does not grow with traffic. */
function createWindow(windowMs: number) {
  const sliceMs = windowMs / slices;
  let kept: Slice[] = [];
  return {
    add(failed: boolean, nowMs: number): void {
      const index = Math.floor(nowMs / sliceMs);
      kept = kept.filter((slice) => slice.index > index - slices);
      let slice = kept.find((candidate) => candidate.index === index);
      if (!slice) {
        slice = { index, calls: 0, failures: 0 };
        kept.push(slice);
      }
      slice.calls += 1;
      if (failed) slice.failures += 1;
    },
    totals(): { calls: number; failures: number } {
      return kept.reduce((sum, slice) => ({ calls: sum.calls + slice.calls, failures: sum.failures + slice.failures }), {
        calls: 0,
        failures: 0,
      });
    },
    clear(): void {
      kept = [];
    },
  };
}

type Machine = BreakerOptions & {
  window: ReturnType<typeof createWindow>;
  state: CircuitState;
  changedAtMs: number;
  succeededProbes: number;
  probeStartsMs: number[];
  /** An answer to a call made before the last change says nothing about the state since. */
  generation: number;
};

function changeTo(machine: Machine, to: CircuitState): void {
  const from = machine.state;
  machine.state = to;
  machine.changedAtMs = machine.clock.now();
  machine.succeededProbes = 0;
  machine.probeStartsMs = [];
  machine.generation += 1;
  machine.window.clear();
  machine.onChange?.({ from, to });
}

/** Makes the changes that only time brings. */
function catchUp(machine: Machine): CircuitState {
  const { clock, policy } = machine;
  const nowMs = clock.now();
  if (machine.state === "open" && nowMs >= machine.changedAtMs + policy.openMs) changeTo(machine, "half-open");
  const lostProbe = machine.probeStartsMs.some((startedAtMs) => nowMs >= startedAtMs + policy.probeTimeoutMs);
  if (machine.state === "half-open" && lostProbe) changeTo(machine, "open");
  return machine.state;
}

function settleProbe(machine: Machine, outcome: CallOutcome, startedAtMs: number): void {
  machine.probeStartsMs.splice(machine.probeStartsMs.indexOf(startedAtMs), 1);
  if (outcome === "failure") changeTo(machine, "open");
  if (outcome !== "success") return;
  machine.succeededProbes += 1;
  if (machine.succeededProbes >= machine.policy.probes) changeTo(machine, "closed");
}

function settleCall(machine: Machine, outcome: CallOutcome): void {
  if (outcome === "ignored") return;
  const { window, policy, clock } = machine;
  window.add(outcome === "failure", clock.now());
  const { calls, failures } = window.totals();
  if (outcome === "failure" && calls >= policy.minimumCalls && failures / calls >= policy.failureRate) changeTo(machine, "open");
}

function createPermit(machine: Machine, settleOnce: (outcome: CallOutcome) => void): CircuitPermit {
  const issuedIn = machine.generation;
  let settled = false;
  return {
    settle(outcome) {
      catchUp(machine);
      if (settled || issuedIn !== machine.generation) return;
      settled = true;
      settleOnce(outcome);
    },
  };
}

function acquire(machine: Machine): CircuitPermit | undefined {
  const state = catchUp(machine);
  if (state === "open") return undefined;
  if (state === "closed") return createPermit(machine, (outcome) => settleCall(machine, outcome));
  if (machine.probeStartsMs.length + machine.succeededProbes >= machine.policy.probes) return undefined;
  const startedAtMs = machine.clock.now();
  machine.probeStartsMs.push(startedAtMs);
  return createPermit(machine, (outcome) => settleProbe(machine, outcome, startedAtMs));
}

export function createCircuitBreaker(options: BreakerOptions): CircuitBreaker {
  const machine: Machine = {
    ...options,
    window: createWindow(options.policy.windowMs),
    state: "closed",
    changedAtMs: 0,
    succeededProbes: 0,
    probeStartsMs: [],
    generation: 0,
  };
  return {
    state: () => catchUp(machine),
    acquire: () => acquire(machine),
    retryAfterMs: () => (catchUp(machine) === "open" ? machine.changedAtMs + options.policy.openMs - options.clock.now() : 0),
  };
}
