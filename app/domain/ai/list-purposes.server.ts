import { aiPurposes } from "#db/schema/ai.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { Page } from "../paging.ts";
import type { Choice } from "./catalog.ts";
import { answeringPurposes, type Purpose } from "./purposes.ts";

/** `choices` null: every provider in its order; empty: rules alone. */
export type PurposeRow = { purpose: Purpose; choices: Choice[] | null };

/** What models are used for, and which ones for each. */
export async function listAiPurposes(ctx: ServiceContext): Promise<Page<PurposeRow>> {
  requirePermission(ctx, "ai:read");
  const rows = await ctx.db.all(aiPurposes);
  const data = answeringPurposes.map((purpose) => ({ purpose, choices: rows.find((row) => row.purpose === purpose)?.choices ?? null }));
  return { data, nextCursor: null };
}
