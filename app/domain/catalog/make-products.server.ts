import { mutate } from "#db/mutate.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { draftProducts } from "./draft-products.ts";
import { candidatesByCode } from "./find-candidates.server.ts";
import { skuOf } from "./from-listing.ts";
import { draftWrites } from "./link-listings.server.ts";
import { bulkSubject, decidedByPerson, linkWrites, listingsOf } from "./link-writes.server.ts";
import { skuKey } from "./policy.ts";
import type { ListingRecord } from "./read-listing.server.ts";
import { listingIdsSchema } from "./schemas.ts";
import { productsOfSiblings, siblingKey } from "./siblings.server.ts";
import { asksToTellStock } from "../stock-changed.ts";
import { asksForDemand } from "../warehouse/fulfil/events.ts";

export type SkippedListing = { listingId: string; title: string; sku: string; reason: "skuTaken" | "alreadyLinked" };
export type MadeProducts = { products: number; variants: number; linked: number; skipped: SkippedListing[] };

/** Makes products of what listings say about them. A SKU that is already somebody's is reported and left for a person to link. */
export async function makeProducts(ctx: ServiceContext, input: { ids: string[] }): Promise<MadeProducts> {
  requirePermission(ctx, "catalog:write");
  const { ids } = parseInput(listingIdsSchema, input);
  const rows = await listingsOf(ctx, ids);
  if (rows.length === 0) throw notFound("listing");
  const codes = rows.map((row) => ({ sku: skuOf(row), gtin: null }));
  const taken = new Set((await candidatesByCode(ctx, codes)).map((one) => skuKey(one.sku)));
  const skipped = rows.flatMap((row) => skippedOf(row, taken));
  const skippedIds = new Set(skipped.map((one) => one.listingId));
  const chosen = rows.filter((row) => !skippedIds.has(row.id));
  if (chosen.length === 0) return { products: 0, variants: 0, linked: 0, skipped };
  const siblings = await productsOfSiblings(ctx, chosen);
  const drafts = draftProducts(chosen, {
    newId: (prefix) => ctx.ids.next(prefix),
    now: ctx.clock.now(),
    productOfSiblings: (row) => siblings.get(siblingKey(row)),
  });
  const links = chosen.flatMap((row) => {
    const variantId = drafts.variantIds.get(row.id);
    if (variantId === undefined) return [];
    return [{ row, set: { variantId, linkState: "linked", suggestedVariantId: null, suggestedBy: decidedByPerson } }];
  });
  await mutate(ctx, {
    writes: [...draftWrites(drafts), ...linkWrites(links)],
    asksFor: [asksForDemand(ctx.workspaceId), asksToTellStock(ctx.workspaceId)],
    audit: { action: "catalog.imported", subject: bulkSubject(chosen), after: { skus: drafts.variants.map((variant) => variant.sku) } },
    events: [{ type: "data.changed", area: "listings" }],
  });
  return { products: drafts.products.length, variants: drafts.variants.length, linked: links.length, skipped };
}

function skippedOf(row: ListingRecord, taken: ReadonlySet<string>): SkippedListing[] {
  const skip = (reason: SkippedListing["reason"]) => [{ listingId: row.id, title: row.title, sku: skuOf(row), reason }];
  if (row.linkState === "linked") return skip("alreadyLinked");
  return taken.has(skuKey(skuOf(row))) ? skip("skuTaken") : [];
}
