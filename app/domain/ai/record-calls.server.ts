import { mutate } from "#db/mutate.server.ts";
import { aiCalls, aiSpendDays } from "#db/schema/ai.ts";
import { insertOnce, merge } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";
import type { CallRecord } from "./governor.ts";

/** What one day cost so far, of one who asked for one purpose and was answered by one model. */
export type SpendDay = {
  day: string;
  askerKind: string;
  askerId: string;
  askerLabel: string;
  purpose: string;
  provider: string;
  model: string;
  calls: number;
  rulesAnswers: number;
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  costMicroUsd: number;
  countedUntil: number;
};

/** Copies what the budget has booked to where pages read it. Told twice it is there once: days come as sums, never as additions. */
export async function recordCalls(ctx: ServiceContext, { calls, days }: { calls: CallRecord[]; days: SpendDay[] }): Promise<void> {
  const rows = calls.map(({ payer, ...call }) => ({ ...call, askerKind: payer.kind, askerId: payer.id, askerLabel: payer.label }));
  const key = ["workspaceId", "day", "askerKind", "askerId", "purpose", "provider", "model"] as const;
  const dayRows = days.map((day) => ({ id: ctx.ids.next("aid"), ...day }));
  await mutate(ctx, {
    writes: [
      ...(rows.length === 0 ? [] : [insertOnce(aiCalls, ...rows)]),
      ...(dayRows.length === 0 ? [] : [merge(aiSpendDays, { key: [...key], newest: "countedUntil", keep: ["id"] }, dayRows)]),
    ],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "models" }],
  });
}
