import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { listings } from "#db/schema/catalog.ts";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";
import type { Remedy } from "./remedy.ts";

/**
 * Does what an advice offers: asks for a change of price or stock, which the marketplace is told in the background.
 * What only a person can do is left to the page the advice leads to.
 */
export async function applyRemedy(ctx: ServiceContext, remedy: Remedy): Promise<void> {
  if (remedy.kind === "page") return;
  requirePermission(ctx, "catalog:write");
  const { kind, listingId, value } = remedy;
  const listing = await ctx.db.first(listings, eq(listings.id, listingId));
  if (listing === undefined) throw notFound("listing");
  const id = ctx.ids.next("chg");
  const before = kind === "price" ? listing.priceCents : listing.stock;
  const counts = { total: 1, applied: 0, refused: 0 };
  const waiting = { state: "waiting", finishedAt: null };
  await mutate(ctx, {
    writes: [
      insert(listingChanges, { id, kind, ...waiting, ...counts, undoOfId: null, requestedBy: ctx.stamp.label, createdAt: ctx.clock.now() }),
      insert(listingChangeItems, {
        id: `${id}/${listingId}`,
        changeId: id,
        listingId,
        channelId: listing.channelId,
        label: listing.title,
        before,
        after: value,
        ...waiting,
        reason: null,
        vendorText: null,
      }),
    ],
    audit: {
      action: "listing-change.requested",
      subject: { type: "listing", id: listingId, label: listing.title },
      before: { [kind]: before },
      after: { [kind]: value },
    },
    events: [{ type: "listing-change.requested", changeId: id }],
  });
}
