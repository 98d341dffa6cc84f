import type { PatternKind } from "./kinds.ts";
import type { Tally } from "./tally.ts";

/** Numbers and words that its sentence is made of. Shares are in thousandths. */
export type PatternFacts = Record<string, string | number | null>;

/** Something that was tried: a test of its own, whether it holds or not. */
export type Candidate = {
  kind: PatternKind;
  key: string;
  facts: PatternFacts;
  support: number;
  outOf: number;
  /** How likely chance alone shows as much. */
  p: number;
  effectPerMille: number;
  changePercent: number | null;
  /** Sessions more or fewer than were to be expected: what patterns of all kinds are ordered by. */
  excess: number;
  interactionIds: string[];
  /** Frequent and strong enough to be worth a sentence, however sure it is. */
  matters: boolean;
};

/** `untold` counts what was tried too and cannot hold: it is nobody's sentence, but it makes chance likelier. */
export type Tried = { candidates: Candidate[]; untold: number };

export type Finding = Omit<Candidate, "matters" | "p"> & { confidencePerMille: number };

/** The periods of its kind before this one, the oldest first, without those that nobody counted; `previous` is the very one before. */
export type History = { parts: readonly Tally[]; total: Tally; previous: Tally | undefined };

export type Look = { now: Tally; history: History };
export type Detector = (look: Look) => Tried;

export function perMille(part: number, of: number): number {
  return of === 0 ? 0 : Math.round((1_000 * part) / of);
}

/** The same against a share of the period before. */
export function changeOfShare(now: number, before: { part: number; of: number } | undefined): number | null {
  return before === undefined || before.of === 0 ? null : changeOf(now, before.part / before.of);
}

/** How much more or less, in percent; null where there was nothing. */
export function changeOf(now: number, before: number): number | null {
  return before <= 0 ? null : Math.round(100 * (now / before - 1));
}
