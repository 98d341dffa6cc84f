import { eq } from "drizzle-orm";
import { sites } from "#db/schema/sites.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";
import type { SiteRow } from "./site-row.ts";

export async function findSite(ctx: ServiceContext, id: string): Promise<SiteRow> {
  const row = await ctx.db.first(sites, eq(sites.id, id));
  if (row === undefined) throw notFound("site");
  return row;
}
