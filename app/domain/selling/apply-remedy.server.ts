import { requestListingChange } from "../catalog/request-listing-change.server.ts";
import type { ServiceContext } from "../context.ts";
import type { Remedy } from "./remedy.ts";

/**
 * Does what an advice offers: asks for a change of price or stock, which the marketplace is told in the background.
 * What only a person can do is left to the page the advice leads to.
 */
export async function applyRemedy(ctx: ServiceContext, remedy: Remedy): Promise<void> {
  if (remedy.kind === "page") return;
  const { kind, listingId, value } = remedy;
  await requestListingChange(ctx, { kind, listingIds: [listingId], rule: "set", value });
}
