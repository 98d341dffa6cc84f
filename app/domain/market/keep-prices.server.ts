import { sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { priceSightings } from "#db/schema/market.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { insertOnce } from "#db/writes.ts";
import { chunks } from "#app/platform/chunks.ts";
import { whileActive } from "../channels/while-active.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { MarketOffer } from "../selling/ports.ts";
import type { PriceSignal } from "../selling/read-price-signals.server.ts";
import { type LastSeen, priceNews, type PriceNews, type PriceSeen, seenOfListing, seenOfOffers } from "./price-sightings.ts";

const atOnce = 200;

type Looked = { signals: readonly PriceSignal[]; offers: ReadonlyMap<string, readonly MarketOffer[]> };

/** Keeps what a look at prices saw, a row for each change: the same look again keeps nothing. Answers how much was new. */
export async function keepPrices(ctx: ServiceContext, { signals, offers }: Looked): Promise<number> {
  requirePermission(ctx, "catalog:write");
  const now = ctx.clock.now();
  const seen = [...signals.flatMap((signal) => seenOfListing(signal, now)), ...seenOfOffers(signals, offers, now)];
  let kept = 0;
  for (const [channelId, some] of Map.groupBy(seen, (one) => one.channelId)) {
    for (const part of chunks(some, atOnce)) kept += await keepSome(ctx, channelId, part);
  }
  return kept;
}

async function keepSome(ctx: ServiceContext, channelId: string | null, seen: readonly PriceSeen[]): Promise<number> {
  const rows = priceNews(seen, await lastSeen(ctx, seen)).map(rowOf(ctx));
  if (rows.length === 0) return 0;
  const isThere = channelId === null ? [] : [whileActive(channelId)];
  try {
    await mutate(ctx, {
      writes: [...isThere, insertOnce(priceSightings, ...rows)],
      audit: "mirrored",
      events: [{ type: "data.changed", area: "selling" }],
    });
  } catch (error) {
    // Disconnected while we looked: what it told is not brought back behind an erasure.
    if (!(error instanceof StaleWriteError)) throw error;
    return 0;
  }
  return rows.length;
}

function rowOf(ctx: ServiceContext) {
  return (news: PriceNews) => ({ id: ctx.ids.next("psi"), ...news });
}

/** The newest row of each stream, each found by its key. */
async function lastSeen(ctx: ServiceContext, seen: readonly PriceSeen[]): Promise<Map<string, LastSeen>> {
  const streams = JSON.stringify([...new Set(seen.map(({ stream }) => stream))]);
  const newest = sql`select (select own.id from price_sightings as own where own.workspace_id = ${ctx.workspaceId}
    and own.stream = asked.value order by own.seen_at desc limit 1) from json_each(${streams}) as asked`;
  const rows = await ctx.db.all(priceSightings, { where: sql`${priceSightings.id} in (${newest})`, isLed: true });
  return new Map(rows.map(({ stream, state, cents, seenAt }) => [stream, { stream, state, cents, seenAt }]));
}
