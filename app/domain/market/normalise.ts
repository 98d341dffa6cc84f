import { readText } from "../text/read-text.ts";
import type { Reading, Signal } from "./signals.ts";

const fewStars = 2;

/** What a signal counts as. A kind star with a complaint beside it counts as a complaint. */
export function normalise(signal: Signal): Reading {
  const { id, subject, atMs } = signal;
  switch (signal.kind) {
    case "review":
      return { id, subject, atMs, measure: isComplaint(signal) ? "complaint" : "praise", amount: 1 };
    case "question":
      return { id, subject, atMs, measure: "question", amount: 1 };
    case "order":
      return { id, subject, atMs, measure: "units", amount: signal.units };
    case "listing-change":
      // What an agent did itself is no news to agents: they would keep each other busy.
      return { id, subject, atMs, measure: "change", amount: signal.byAgent ? 0 : 1 };
    default:
      return signal satisfies never;
  }
}

function isComplaint({ rating, text }: { rating: number; text: string }): boolean {
  if (rating <= fewStars) return true;
  return readText(text).clauses.some(({ mentions, isDanger }) => isDanger || mentions.some((one) => one.isComplaint && one.sure >= 0.85));
}
