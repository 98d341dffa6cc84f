import type { CommandInput } from "../ledger/commands.ts";
import type { Flow, ShortReason } from "./flow-state.ts";
import type { Meaning } from "./scan-meaning.ts";

export type FlowInput =
  | { type: "scan"; meaning: Meaning }
  | { type: "qty"; qty: number }
  | { type: "lot"; lot: string }
  | { type: "short"; reason: ShortReason }
  /** "All of it is said": of serial numbers, and of a bin that was counted. */
  | { type: "finish" }
  | { type: "undo" };

export type Refused =
  | "wrongBin"
  | "otherBin"
  | "wrongItem"
  | "wrongLot"
  | "needsBin"
  | "needsItem"
  | "needsAnswer"
  | "serialNeeded"
  | "serialTwice"
  | "tooMany"
  | "nothingThere"
  | "notHere";

/** ok: on to the next question. wrong: the same question again, and why. done: there is a command to send. */
export type Verdict = { kind: "ok" } | { kind: "wrong"; reason: Refused } | { kind: "done"; command: CommandInput };
export type FlowStep = { flow: Flow; verdict: Verdict };

export function ok(flow: Flow): FlowStep {
  return { flow, verdict: { kind: "ok" } };
}

export function wrong(flow: Flow, reason: Refused): FlowStep {
  return { flow, verdict: { kind: "wrong", reason } };
}

export function done(flow: Flow, command: CommandInput): FlowStep {
  return { flow, verdict: { kind: "done", command } };
}
