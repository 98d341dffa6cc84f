import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { PlannedChange } from "./change-rules.ts";
import { orderOfChange, planChanges } from "./plan-changes.server.ts";
import { type ListingChangeInput, listingChangeSchema } from "./schemas.ts";

export type PreviewRow = PlannedChange & { listingId: string; title: string; modelName: string; currency: string };

/** What would happen, before anything does. Nothing is written and no marketplace is asked. */
export async function previewListingChange(ctx: ServiceContext, input: ListingChangeInput): Promise<PreviewRow[]> {
  requirePermission(ctx, "catalog:write");
  const asked = parseInput(listingChangeSchema, input);
  const planned = await planChanges(ctx, asked.listingIds, orderOfChange(asked));
  return planned.map(({ listing, ...change }) => ({
    listingId: listing.id,
    title: listing.title,
    modelName: listing.modelName,
    currency: listing.currency,
    ...change,
  }));
}
