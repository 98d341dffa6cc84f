import { and, asc, eq, gt } from "drizzle-orm";
import type { z } from "zod";
import { listings } from "#db/schema/catalog.ts";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { cursorId, toPage } from "../paging.ts";
import { readListingChangeSchema } from "./schemas.ts";
import { channelNames } from "./listing-rows.server.ts";

export type ListingChangeRecord = typeof listingChanges.$inferSelect;
export type ListingChangeItem = Omit<typeof listingChangeItems.$inferSelect, "workspaceId" | "changeId"> & {
  currency: string;
  channelName: string;
};
export type ListingChangeDetail = Omit<ListingChangeRecord, "workspaceId" | "version" | "stretch"> & {
  /** The change that took this one back. */
  undoneById: string | null;
  items: ListingChangeItem[];
  nextCursor: string | null;
};

export async function findListingChange(ctx: ServiceContext, id: string): Promise<ListingChangeRecord> {
  const row = await ctx.db.first(listingChanges, eq(listingChanges.id, id));
  if (row === undefined) throw notFound("listingChange");
  return row;
}

/** How far a change is, and what became of each listing. */
export async function readListingChange(ctx: ServiceContext, input: z.input<typeof readListingChangeSchema>): Promise<ListingChangeDetail> {
  requirePermission(ctx, "catalog:read");
  const { id, itemState, limit, cursor } = parseInput(readListingChangeSchema, input);
  const { workspaceId: _, version: _version, stretch: _stretch, ...change } = await findListingChange(ctx, id);
  const after = cursorId(cursor);
  const rows = await ctx.db.all(listingChangeItems, {
    where: and(
      eq(listingChangeItems.changeId, id),
      itemState === undefined ? undefined : eq(listingChangeItems.state, itemState),
      after === undefined ? undefined : gt(listingChangeItems.id, after),
    ),
    orderBy: asc(listingChangeItems.id),
    limit: limit + 1,
  });
  const page = toPage(rows, limit);
  const listingIds = page.data.map((item) => item.listingId);
  const [currencies, channels, undone] = await Promise.all([
    currenciesOf(ctx, listingIds),
    channelNames(ctx),
    change.state === "undone" ? ctx.db.first(listingChanges, eq(listingChanges.undoOfId, id)) : undefined,
  ]);
  const items = page.data.map(({ workspaceId: _workspace, changeId: _change, ...item }) => ({
    ...item,
    currency: currencies.get(item.listingId) ?? "",
    channelName: channels.get(item.channelId)?.name ?? "",
  }));
  return { ...change, undoneById: undone?.id ?? null, items, nextCursor: page.nextCursor };
}

async function currenciesOf(ctx: ServiceContext, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.read((orm, scope) =>
    orm.select({ id: listings.id, currency: listings.currency }).from(listings).where(scope(listings, ids)),
  );
  return new Map(rows.map((row) => [row.id, row.currency]));
}
