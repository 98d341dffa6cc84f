import type { z } from "zod";
import { variants } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { type ChangeOrder, type PlannedChange, planChange } from "./change-rules.ts";
import { listingsOf } from "./link-writes.server.ts";
import { inIds } from "./listing-rows.server.ts";
import { suggestedCentsOf } from "./listing-facts.ts";
import type { ListingRecord } from "./read-listing.server.ts";
import type { listingChangeSchema } from "./schemas.ts";

export type PlannedListing = PlannedChange & { listing: ListingRecord };

export function orderOfChange({ kind, rule, value, ending }: z.output<typeof listingChangeSchema>): ChangeOrder {
  return { kind, rule, value: value ?? 0, ending: ending ?? "exact" };
}

/** What a change would do to each of these listings right now. */
export async function planChanges(ctx: ServiceContext, listingIds: readonly string[], order: ChangeOrder): Promise<PlannedListing[]> {
  const ids = [...new Set(listingIds)];
  const rows = (await listingsOf(ctx, ids)).toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  if (rows.length === 0) throw notFound("listing");
  const variantIds = rows.flatMap((row) => row.variantId ?? []);
  const own = variantIds.length === 0 ? [] : await ctx.db.all(variants, { where: inIds(variants.id, variantIds) });
  const byId = new Map(own.map((variant) => [variant.id, variant]));
  return rows.map((listing) => {
    const variant = byId.get(listing.variantId ?? "");
    const costCents = variant !== undefined && variant.currency === listing.currency ? variant.costCents : null;
    return { listing, ...planChange({ ...listing, suggestedCents: suggestedCentsOf(listing), costCents }, order) };
  });
}
