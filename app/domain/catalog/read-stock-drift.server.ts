import { and, asc, eq, gt, ne } from "drizzle-orm";
import type { z } from "zod";
import { channelStock } from "#db/schema/channel-stock.ts";
import { listings, variants } from "#db/schema/catalog.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { readAvailability } from "../warehouse/read-availability.server.ts";
import { type ChannelRow, findChannel } from "../channels/open-channel.server.ts";
import { stockDriftSchema } from "../channels/schemas.ts";
import { type DriftReason, driftReason, toDriftReason } from "./stock-drift.ts";
import { stockToTell } from "./stock-to-tell.ts";

export type StockDrift = {
  /** Of the listing. */
  id: string;
  title: string;
  modelName: string;
  sku: string | null;
  /** What can be sold; null when no product or no warehouse says so. */
  available: number | null;
  /** What the marketplace shows, as far as we know. */
  shown: number;
  /** Null when both are the same. */
  reason: DriftReason | null;
  /** The marketplace's own words. */
  vendorText: string | null;
  /** Since when this is so, as far as it was seen. */
  since: number;
  toldAt: number | null;
  /** When it is tried again by itself. */
  retryAt: number | null;
};

const perReading = 500;
const maxReadings = 20;

/** Listing by listing, what can be sold beside what the marketplace shows, and why the two differ. */
export async function readStockDrift(ctx: ServiceContext, input: z.input<typeof stockDriftSchema>): Promise<Page<StockDrift>> {
  requirePermission(ctx, "warehouse:read");
  const { id, limit, cursor, all } = parseInput(stockDriftSchema, input);
  const channel = await findChannel(ctx, id);
  const found: StockDrift[] = [];
  let after = cursorId(cursor) ?? "";
  for (let reading = 0; reading < maxReadings && found.length <= limit; reading += 1) {
    const rows = await readRows(ctx, channel.id, after);
    const drifts = await toDrifts(ctx, channel, rows);
    found.push(...drifts.filter((drift) => all === "true" || drift.reason !== null));
    after = rows.at(-1)?.listing.id ?? after;
    if (rows.length < perReading) break;
  }
  return toPage(found, limit);
}

type Row = { listing: typeof listings.$inferSelect; sku: string | null; known: typeof channelStock.$inferSelect | null };

function readRows(ctx: ServiceContext, channelId: string, after: string): Promise<Row[]> {
  return ctx.db.read((orm, scope) =>
    orm
      .select({ listing: listings, sku: variants.sku, known: channelStock })
      .from(listings)
      .leftJoin(variants, and(scope(variants), eq(variants.id, listings.variantId)))
      .leftJoin(channelStock, and(scope(channelStock), eq(channelStock.id, listings.id)))
      .where(and(scope(listings), eq(listings.channelId, channelId), ne(listings.status, "closed"), gt(listings.id, after)))
      .orderBy(asc(listings.id))
      .limit(perReading),
  );
}

async function toDrifts(ctx: ServiceContext, channel: ChannelRow, rows: readonly Row[]): Promise<StockDrift[]> {
  const variantIds = rows.flatMap(({ listing }) => listing.variantId ?? []);
  const available = variantIds.length === 0 ? new Map<string, never>() : await readAvailability(ctx, [...new Set(variantIds)]);
  const rules = ctx.ports.channelDoor.adapter(channel.vendor);
  return rows.map(({ listing, sku, known }) => {
    const isLinked = listing.linkState === "linked" && listing.variantId !== null;
    const free = isLinked ? (available.get(listing.variantId ?? "")?.available ?? null) : null;
    const isToldLater = known?.toldAt !== null && known?.toldAt !== undefined && known.toldAt >= listing.readAt;
    const shown = isToldLater ? (known.toldStock ?? listing.stock) : listing.stock;
    const isNoted = known !== null && known.state !== "telling" && known.wanted === free;
    const forbidden = free === null ? null : stockToTell(rules, listing, free).reason;
    const refusal = (isNoted ? toDriftReason(known.reason) : null) ?? forbidden;
    const seen = { channelState: channel.state, isFollowing: channel.stockFromWarehouse, isLinked, available: free, shown, refusal };
    return {
      id: listing.id,
      title: listing.title,
      modelName: listing.modelName,
      sku,
      available: free,
      shown,
      reason: driftReason(seen),
      vendorText: isNoted ? known.lastError : null,
      since: known?.decidedAt ?? listing.readAt,
      toldAt: known?.toldAt ?? null,
      retryAt: isNoted && known.state === "failing" ? known.dueAt : null,
    };
  });
}
