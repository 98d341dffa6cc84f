export const adviceStates = ["open", "applied", "dismissed", "settled"] as const;
export type AdviceState = (typeof adviceStates)[number];

export const dismissReasons = ["not-true", "not-now", "on-purpose", "other"] as const;
export type DismissReason = (typeof dismissReasons)[number];

type Known = { state: string; priority: number; measuredAfter14: unknown };

/** Somebody said no: only clearly worse evidence may bring it up again. */
const clearlyWorse = 15;

/** What becomes of a rule that fired: a new advice, fresher figures of an open one, an old one opened again, or nothing. */
export function decideFinding(known: Known | undefined, priority: number): "new" | "refresh" | "reopen" | "leave" {
  if (known === undefined) return "new";
  switch (known.state) {
    case "open":
      return "refresh";
    case "dismissed":
      return priority >= known.priority + clearlyWorse ? "reopen" : "leave";
    case "applied":
      // Until it was measured, its figures are what the measure is held against.
      return known.measuredAfter14 === null ? "leave" : "reopen";
    default:
      return "reopen";
  }
}
