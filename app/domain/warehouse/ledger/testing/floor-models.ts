import type { Model } from "./linearizable.ts";

/** Promises of one SKU in one zone. `demandLine` is asked for by name, so that asking twice promises once. */
export type PromiseInput = { kind: "reserve"; demandLine: string; qty: number } | { kind: "release"; demandLine: string };
export type PromiseOutput = "applied" | "notEnough" | "notReserved";
type Promises = { free: number; held: Readonly<Record<string, number>> };

/** All or nothing of `units` that nobody adds to and nobody takes away. */
export function promiseModel(units: number): Model<Promises, PromiseInput, PromiseOutput> {
  return {
    start: { free: units, held: {} },
    nameOf: ({ held }) => JSON.stringify(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    step({ free, held }, { input, output }) {
      const own = held[input.demandLine] ?? 0;
      const { [input.demandLine]: _own, ...others } = held;
      if (input.kind === "release") {
        if (own === 0) return output === "applied" ? undefined : { free, held };
        return output === "notReserved" ? undefined : { free: free + own, held: others };
      }
      const missing = Math.max(0, input.qty - own);
      if (missing > free) return output === "applied" ? undefined : { free, held };
      return output === "notEnough" ? undefined : { free: free - missing, held: { ...others, [input.demandLine]: own + missing } };
    },
  };
}

export type ClaimInput =
  | { kind: "claim"; actor: string }
  | { kind: "unclaim"; actor: string; mayManage: boolean }
  | { kind: "work"; actor: string; qty: number }
  | { kind: "cancel" };
/** `taken` names who has it. */
export type ClaimOutput = "applied" | "taskOver" | "moreThanAsked" | { takenBy: string };

/** The lease began between the two times: nobody outside knows when. */
type Owner = { actor: string; fromMs: number; toMs: number };
type Claimed = { isOver: boolean; left: number; owner: Owner | null };

type ClaimStep = {
  state: Claimed;
  callMs: number;
  returnMs: number;
  output: ClaimOutput | undefined;
  /** The claim may have been given back by then. */
  mayHaveEnded: boolean;
};

/** One task of `units` to carry. A claim that is not used ends after `leaseMs`, or any time later when somebody looks. */
export function claimModel(units: number, leaseMs: number): Model<Claimed, ClaimInput, ClaimOutput> {
  return {
    start: { isOver: false, left: units, owner: null },
    nameOf: (state) => JSON.stringify(state),
    step(state, { input, output, callMs, returnMs }) {
      if (state.isOver) return output === undefined || output === "taskOver" ? state : undefined;
      const mayHaveEnded = state.owner !== null && returnMs >= state.owner.fromMs + leaseMs;
      const at = { state, callMs, returnMs, output, mayHaveEnded };
      switch (input.kind) {
        case "claim":
          return claimed(at, input.actor, leaseMs);
        case "unclaim":
          return unclaimed(at, input);
        case "work":
          return worked(at, input.actor, input.qty);
        case "cancel":
          return output === undefined || output === "applied" ? { ...state, isOver: true, owner: null } : undefined;
        default:
          return input satisfies never;
      }
    },
  };
}

function isOthers({ state: { owner } }: ClaimStep, actor: string): boolean {
  return owner !== null && owner.actor !== actor;
}

function claimed(at: ClaimStep, actor: string, leaseMs: number): Claimed | undefined {
  const { state, output, callMs, returnMs, mayHaveEnded } = at;
  const wasHeld = isOthers(at, actor);
  if (typeof output === "object") {
    return wasHeld && output.takenBy === state.owner?.actor && callMs < state.owner.toMs + leaseMs ? state : undefined;
  }
  if (wasHeld && !mayHaveEnded) return output === undefined ? state : undefined;
  return output === undefined || output === "applied" ? { ...state, owner: { actor, fromMs: callMs, toMs: returnMs } } : undefined;
}

function unclaimed(at: ClaimStep, { actor, mayManage }: Extract<ClaimInput, { kind: "unclaim" }>): Claimed | undefined {
  const { state, output, mayHaveEnded } = at;
  const free = { ...state, owner: null };
  if (output === "taskOver") return state.owner === null || mayHaveEnded ? free : undefined;
  if (state.owner === null) return output === undefined ? state : undefined;
  if (isOthers(at, actor) && !mayManage) {
    if (typeof output === "object") return output.takenBy === state.owner.actor ? state : undefined;
    return output === undefined ? state : undefined;
  }
  return output === undefined || output === "applied" ? free : undefined;
}

function worked(at: ClaimStep, actor: string, qty: number): Claimed | undefined {
  const { state, output, callMs, returnMs, mayHaveEnded } = at;
  if (typeof output === "object") return isOthers(at, actor) && output.takenBy === state.owner?.actor ? state : undefined;
  if (isOthers(at, actor) && !mayHaveEnded) return output === undefined ? state : undefined;
  if (qty > state.left) return output === undefined || output === "moreThanAsked" ? state : undefined;
  if (output !== undefined && output !== "applied") return undefined;
  const left = state.left - qty;
  return left === 0 ? { isOver: true, left, owner: null } : { isOver: false, left, owner: { actor, fromMs: callMs, toMs: returnMs } };
}
