import { desc, lt } from "drizzle-orm";
import type { z } from "zod";
import { sites } from "#db/schema/sites.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { listSitesSchema } from "./schemas.ts";
import { type Site, toSite } from "./site-row.ts";

/** The newest first. */
export async function listSites(ctx: ServiceContext, input: z.input<typeof listSitesSchema> = {}): Promise<Page<Site>> {
  requirePermission(ctx, "shoppers:read");
  const { limit, cursor } = parseInput(listSitesSchema, input);
  const before = cursorId(cursor);
  const rows = await ctx.db.all(sites, {
    where: before === undefined ? undefined : lt(sites.id, before),
    orderBy: desc(sites.id),
    limit: limit + 1,
  });
  const page = toPage(rows, limit);
  return { data: page.data.map(toSite), nextCursor: page.nextCursor };
}
