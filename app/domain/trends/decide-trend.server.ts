import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { trends } from "#db/schema/trends.ts";
import { update } from "#db/writes.ts";
import type { AuditAction } from "../audit/actions.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { decideTrendSchema, type TrendState } from "./schemas.ts";
import { toTrend, type Trend } from "./trend-row.ts";

const actions: Record<TrendState, AuditAction> = { watched: "trend.watched", dismissed: "trend.dismissed", open: "trend.reopened" };

/** Watches a trend, puts it aside, or takes it up again. Decided the same way twice, nothing happens. */
export async function decideTrend(ctx: ServiceContext, input: { id: string; state: string }): Promise<Trend> {
  requirePermission(ctx, "selling:write");
  const { id, state } = parseInput(decideTrendSchema, input);
  const row = await ctx.db.first(trends, eq(trends.id, id));
  if (row === undefined) throw notFound("trend");
  if (row.state === state) return toTrend(row);
  const decided = { state, decidedAt: state === "open" ? null : ctx.clock.now() };
  await mutate(ctx, {
    writes: [update(trends, row, decided)],
    audit: { action: actions[state], subject: { type: "trend", id, label: row.term }, after: { region: row.region } },
    events: [{ type: "data.changed", area: "selling" }],
  });
  return toTrend({ ...row, ...decided });
}
