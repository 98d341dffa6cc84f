import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { listings, variants } from "#db/schema/catalog.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { asksToTellStock } from "../stock-changed.ts";
import { asksForDemand } from "../warehouse/fulfil/events.ts";
import { decidedByPerson } from "./link-writes.server.ts";
import { findListing } from "./read-listing.server.ts";
import { linkListingSchema } from "./schemas.ts";

/** Says which SKU a listing sells. */
export async function linkListing(ctx: ServiceContext, input: { id: string; variantId: string }): Promise<{ id: string }> {
  requirePermission(ctx, "catalog:write");
  const { id, variantId } = parseInput(linkListingSchema, input);
  const listing = await findListing(ctx, id);
  const variant = await ctx.db.first(variants, eq(variants.id, variantId));
  if (variant === undefined) throw notFound("variant");
  if (listing.linkState === "linked" && listing.variantId === variantId) return { id };
  await mutate(ctx, {
    writes: [update(listings, listing, { variantId, linkState: "linked", suggestedVariantId: null, suggestedBy: decidedByPerson })],
    audit: {
      action: "listing.linked",
      subject: { type: "listing", id, label: listing.title },
      before: { variantId: listing.variantId },
      after: { variantId, sku: variant.sku },
    },
    events: [{ type: "data.changed", area: "listings" }],
    asksFor: [asksForDemand(ctx.workspaceId), asksToTellStock(ctx.workspaceId)],
  });
  return { id };
}
