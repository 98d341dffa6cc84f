import { and, desc, eq } from "drizzle-orm";
import { listings, variants } from "#db/schema/catalog.ts";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import type { ChangeKind } from "../channels/remote.ts";
import { type ChannelName, channelSources, type VariantName, variantNames } from "./listing-rows.server.ts";
import type { Refusal } from "./change-rules.ts";
import { channelObstacle, refusalsOf } from "./vendor-rules.ts";

const shownChanges = 20;

export type ListingRecord = typeof listings.$inferSelect;
export type ListingChangeLine = Omit<typeof listingChangeItems.$inferSelect, "workspaceId" | "listingId" | "channelId" | "label"> & {
  kind: string;
};
export type ListingDetail = Omit<ListingRecord, "workspaceId"> & {
  channel: ChannelName | null;
  variant: (VariantName & { costCents: number | null; stock: number }) | null;
  suggestion: VariantName | null;
  /** What was asked of this listing, the newest first. */
  changes: ListingChangeLine[];
  /** Which changes its marketplace would refuse, and by which rule; null where a change can be asked for. */
  refusals: Record<ChangeKind, Refusal | null>;
};

export async function findListing(ctx: ServiceContext, id: string): Promise<ListingRecord> {
  const row = await ctx.db.first(listings, eq(listings.id, id));
  if (row === undefined) throw notFound("listing");
  return row;
}

/** Everything we know about one listing. */
export async function readListing(ctx: ServiceContext, input: { id: string }): Promise<ListingDetail> {
  requirePermission(ctx, "catalog:read");
  const { id } = parseInput(byIdSchema, input);
  const { workspaceId: _, ...row } = await findListing(ctx, id);
  const [sources, names, own, changes] = await Promise.all([
    channelSources(ctx),
    variantNames(ctx, [row.variantId, row.suggestedVariantId]),
    row.variantId === null ? undefined : ctx.db.first(variants, eq(variants.id, row.variantId)),
    changesOf(ctx, id),
  ]);
  const name = names.get(row.variantId ?? "");
  const source = sources.get(row.channelId);
  const channel = source?.name ?? null;
  const cutOff = channelObstacle(source?.state);
  return {
    ...row,
    channel,
    variant: name && own ? { ...name, costCents: own.costCents, stock: own.stock } : null,
    suggestion: row.linkState === "suggested" ? (names.get(row.suggestedVariantId ?? "") ?? null) : null,
    changes,
    refusals:
      cutOff === null
        ? refusalsOf(channel === null ? undefined : ctx.ports.channelDoor.adapter(channel.vendor), row)
        : { price: cutOff, stock: cutOff, status: cutOff },
  };
}

function changesOf(ctx: ServiceContext, listingId: string): Promise<ListingChangeLine[]> {
  const { id, changeId, before, after, state, reason, vendorText, finishedAt } = listingChangeItems;
  return ctx.db.read((orm, scope) =>
    orm
      .select({ id, changeId, before, after, state, reason, vendorText, finishedAt, kind: listingChanges.kind })
      .from(listingChangeItems)
      .innerJoin(listingChanges, and(eq(listingChanges.id, changeId), scope(listingChanges)))
      .where(and(scope(listingChangeItems), eq(listingChangeItems.listingId, listingId)))
      .orderBy(desc(finishedAt))
      .limit(shownChanges),
  );
}
