import { eq } from "drizzle-orm";
import { trends } from "#db/schema/trends.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { toTrend, type Trend } from "./trend-row.ts";

/** One trend with its series, its evidence and what of our own it is close to. */
export async function readTrend(ctx: ServiceContext, input: { id: string }): Promise<Trend> {
  requirePermission(ctx, "selling:read");
  const { id } = parseInput(byIdSchema, input);
  const row = await ctx.db.first(trends, eq(trends.id, id));
  if (row === undefined) throw notFound("trend");
  return toTrend(row);
}
