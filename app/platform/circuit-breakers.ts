import {
  createCircuitBreaker,
  defaultCircuitPolicy,
  type CircuitBreaker,
  type CircuitChange,
  type CircuitPolicy,
  type CircuitState,
} from "./circuit-breaker.ts";
import type { Clock } from "./clock.ts";

/** One breaker per target name, for example a vendor and a workspace. */
export type CircuitBreakers = {
  of(target: string): CircuitBreaker;
  /** Targets called so far, for status pages. */
  states(): { target: string; state: CircuitState }[];
};

type Options = { clock: Clock; policy?: CircuitPolicy; onChange?: (change: CircuitChange & { target: string }) => void };

const maxTargets = 1_000;

export function createCircuitBreakers({ clock, policy = defaultCircuitPolicy, onChange }: Options): CircuitBreakers {
  const breakers = new Map<string, CircuitBreaker>();

  function forgetOne(): void {
    const closed = [...breakers].find(([, breaker]) => breaker.state() === "closed");
    const [target] = closed ?? [breakers.keys().next().value];
    if (target !== undefined) breakers.delete(target);
  }

  return {
    of(target) {
      const known = breakers.get(target);
      if (known) return known;
      if (breakers.size >= maxTargets) forgetOne();
      const breaker = createCircuitBreaker({ clock, policy, onChange: (change) => onChange?.({ ...change, target }) });
      breakers.set(target, breaker);
      return breaker;
    },
    states: () => [...breakers].map(([target, breaker]) => ({ target, state: breaker.state() })),
  };
}
