import { eq } from "drizzle-orm";
import { sites } from "#db/schema/sites.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";

export async function requireSite(ctx: ServiceContext, id: string): Promise<typeof sites.$inferSelect> {
  const row = await ctx.db.first(sites, eq(sites.id, id));
  if (row === undefined) throw notFound("site");
  return row;
}
