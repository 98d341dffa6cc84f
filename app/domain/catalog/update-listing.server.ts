import type { z } from "zod";
import { changeKinds, onSale, paused } from "../channels/remote.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { currentValue } from "./change-rules.ts";
import { decideLinks } from "./decide-links.server.ts";
import { linkListing } from "./link-listing.server.ts";
import { findListing } from "./read-listing.server.ts";
import { requestListingChange } from "./request-listing-change.server.ts";
import { updateListingSchema } from "./schemas.ts";

/** One listing: its SKU at once, its price, stock and status through changes that the marketplace answers. */
export async function updateListing(
  ctx: ServiceContext,
  input: z.input<typeof updateListingSchema>,
): Promise<{ id: string; changeIds: string[] }> {
  requirePermission(ctx, "catalog:write");
  const { id, variantId, priceCents, stock, status } = parseInput(updateListingSchema, input);
  if (variantId === undefined && priceCents === undefined && stock === undefined && status === undefined) {
    throw new AppError("invalid", "checkFields", { fields: { form: "required" } });
  }
  const listing = await findListing(ctx, id);
  if (typeof variantId === "string") await linkListing(ctx, { id, variantId });
  else if (variantId === null && listing.linkState === "linked") await decideLinks(ctx, { ids: [id], decision: "unlink" });
  const changeIds: string[] = [];
  const wanted = { price: priceCents, stock, status: status === undefined ? undefined : status === "active" ? onSale : paused };
  for (const kind of changeKinds) {
    const value = wanted[kind];
    if (value === undefined || value === currentValue(listing, kind)) continue;
    changeIds.push((await requestListingChange(ctx, { listingIds: [id], kind, rule: "set", value })).id);
  }
  return { id, changeIds };
}
