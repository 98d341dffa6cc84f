import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { trends } from "#db/schema/trends.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";

const longest = 400;

/** Keeps somebody's words for why a trend may be there. Its figures stay what they are. */
export async function explainTrend(ctx: ServiceContext, { id, why }: { id: string; why: string }): Promise<void> {
  requirePermission(ctx, "selling:write");
  const row = await ctx.db.first(trends, eq(trends.id, id));
  if (row === undefined) throw notFound("trend");
  await mutate(ctx, { writes: [update(trends, row, { why: why.slice(0, longest) })], audit: "mirrored" });
}
