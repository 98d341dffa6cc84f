import type { CallRecord } from "./governor.ts";
import type { SpendDay } from "./record-calls.server.ts";

export type BookedCall = { record: CallRecord; day: string };

/** Without the name of who asked: people change theirs. */
export function dayKey(row: Pick<SpendDay, "day" | "askerKind" | "askerId" | "purpose" | "provider" | "model">): string {
  const { day, askerKind, askerId, purpose, provider, model } = row;
  return JSON.stringify([day, askerKind, askerId, purpose, provider, model]);
}

/** What these calls add to their days, one entry for all that differ in nothing but their numbers. */
export function sumDays(booked: readonly BookedCall[]): SpendDay[] {
  const sums = new Map<string, SpendDay>();
  for (const { record, day } of booked) {
    const { payer, purpose, provider, model, inputTokens, cachedTokens, outputTokens, costMicroUsd, askedAt } = record;
    const who = { day, askerKind: payer.kind, askerId: payer.id, askerLabel: payer.label, purpose, provider, model };
    const rulesAnswers = record.source === "rules" ? 1 : 0;
    const one = { ...who, calls: 1, rulesAnswers, inputTokens, cachedTokens, outputTokens, costMicroUsd, countedUntil: askedAt };
    const key = dayKey(one);
    const before = sums.get(key);
    sums.set(key, before === undefined ? one : plus(before, one));
  }
  return [...sums.values()];
}

function plus(before: SpendDay, one: SpendDay): SpendDay {
  return {
    ...one,
    calls: before.calls + one.calls,
    rulesAnswers: before.rulesAnswers + one.rulesAnswers,
    inputTokens: before.inputTokens + one.inputTokens,
    cachedTokens: before.cachedTokens + one.cachedTokens,
    outputTokens: before.outputTokens + one.outputTokens,
    costMicroUsd: before.costMicroUsd + one.costMicroUsd,
    countedUntil: Math.max(before.countedUntil, one.countedUntil),
  };
}
