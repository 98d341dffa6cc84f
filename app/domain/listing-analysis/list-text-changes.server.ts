import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { listingTextChanges } from "#db/schema/listing-texts.ts";
import { findListing } from "../catalog/read-listing.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { listTextChangesSchema } from "./schemas.ts";
import { type TextChangeRow, toTextChange } from "./text-change-row.ts";

/** What the words of one listing were changed to, the newest first. */
export async function listTextChanges(ctx: ServiceContext, input: z.input<typeof listTextChangesSchema>): Promise<Page<TextChangeRow>> {
  requirePermission(ctx, "catalog:read");
  const { listingId, limit, cursor } = parseInput(listTextChangesSchema, input);
  const before = cursorId(cursor);
  const listing = await findListing(ctx, listingId);
  const where = and(eq(listingTextChanges.listingId, listing.id), before === undefined ? undefined : lt(listingTextChanges.id, before));
  const page = toPage(await ctx.db.all(listingTextChanges, { where, orderBy: desc(listingTextChanges.id), limit: limit + 1 }), limit);
  return { ...page, data: page.data.map((row) => toTextChange(row)) };
}
