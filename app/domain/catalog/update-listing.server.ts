import type { z } from "zod";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { decideLinks } from "./decide-links.server.ts";
import { linkListing } from "./link-listing.server.ts";
import { findListing } from "./read-listing.server.ts";
import { requestListingChange } from "./request-listing-change.server.ts";
import { updateListingSchema } from "./schemas.ts";

/** One listing: its SKU at once, its price and stock through a change that the marketplace answers. */
export async function updateListing(
  ctx: ServiceContext,
  input: z.input<typeof updateListingSchema>,
): Promise<{ id: string; changeIds: string[] }> {
  requirePermission(ctx, "catalog:write");
  const { id, variantId, priceCents, stock } = parseInput(updateListingSchema, input);
  if (variantId === undefined && priceCents === undefined && stock === undefined) {
    throw new AppError("invalid", "checkFields", { fields: { form: "required" } });
  }
  const listing = await findListing(ctx, id);
  if (typeof variantId === "string") await linkListing(ctx, { id, variantId });
  else if (variantId === null && listing.linkState === "linked") await decideLinks(ctx, { ids: [id], decision: "unlink" });
  const changeIds: string[] = [];
  for (const [kind, value, current] of [
    ["price", priceCents, listing.priceCents],
    ["stock", stock, listing.stock],
  ] as const) {
    if (value === undefined || value === current) continue;
    changeIds.push((await requestListingChange(ctx, { listingIds: [id], kind, rule: "set", value })).id);
  }
  return { id, changeIds };
}
