import type { aiCalls } from "#db/schema/ai.ts";
import { type Attempt, attemptOutcomes, type CallOutcome, callOutcomes, type CallSource, callSources } from "./kinds.ts";

/** One question to models, who answered it and what it cost. What was asked and answered is not kept. */
export type CallRow = Omit<typeof aiCalls.$inferSelect, "workspaceId" | "attempts" | "source" | "outcome"> & {
  source: CallSource;
  outcome: CallOutcome;
  attempts: Attempt[];
};

export function toCallRow({ workspaceId: _workspace, ...row }: typeof aiCalls.$inferSelect): CallRow {
  return {
    ...row,
    source: callSources.find((known) => known === row.source) ?? "rules",
    outcome: callOutcomes.find((known) => known === row.outcome) ?? "unavailable",
    attempts: row.attempts.map((attempt) => ({
      ...attempt,
      outcome: attemptOutcomes.find((known) => known === attempt.outcome) ?? "failed",
    })),
  };
}
