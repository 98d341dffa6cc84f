import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { priceSightings, trendSightings } from "#db/schema/market.ts";
import { trends } from "#db/schema/trends.ts";
import { actorAllows } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { type PriceSightingKind, priceSightingKinds } from "../market/kinds.ts";
import type { SeenPrice, SeenTrend } from "./timeline.ts";

type Ask = { ctx: ServiceContext; before: number; limit: number };

function oneOf(column: SQLiteColumn, values: readonly string[]) {
  return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
}

/** Prices of our listings of a product, and others' offers of its codes, where they changed. */
export async function seenPrices(
  { ctx, before, limit }: Ask,
  { listingIds, gtins }: { listingIds: readonly string[]; gtins: readonly string[] },
): Promise<SeenPrice[]> {
  if (!actorAllows(ctx.actor, "selling:read")) return [];
  const { kind, state, listingId, gtin, seenAt, id } = priceSightings;
  // The first sight of our own price is where we began to look, and what was changed from here is told as a change.
  const isTold = or(sql`${kind} <> 'own'`, eq(state, "elsewhere"));
  const [ofListings, ofCodes] = await Promise.all(
    [oneOf(listingId, listingIds), oneOf(gtin, gtins)].map((mine) =>
      ctx.db.all(priceSightings, { where: and(mine, isTold, lt(seenAt, before)), orderBy: [desc(seenAt), desc(id)], limit }),
    ),
  );
  return [...(ofListings ?? []), ...(ofCodes ?? [])].map((row) => ({
    kind: "price",
    id: row.id,
    at: row.seenAt,
    what: kindOf(row.kind),
    state: row.state,
    seller: row.seller,
    currency: row.currency,
    cents: row.cents,
    before: row.beforeCents,
    ours: row.ownCents,
    listingId: row.listingId,
  }));
}

function kindOf(text: string): PriceSightingKind {
  return priceSightingKinds.find((one) => one === text) ?? "offer";
}

/** Trends that were about a product, or about a listing that is linked to it by now, where they turned. */
export async function seenTrends(
  { ctx, before, limit }: Ask,
  { productId, listingIds }: { productId: string; listingIds: readonly string[] },
): Promise<SeenTrend[]> {
  if (!actorAllows(ctx.actor, "selling:read")) return [];
  const mine = oneOf(trendSightings.goodId, [productId, ...listingIds]);
  const rows = await ctx.db.all(trendSightings, {
    where: and(mine, lt(trendSightings.seenAt, before)),
    orderBy: [desc(trendSightings.seenAt), desc(trendSightings.id)],
    limit,
  });
  const ids = [...new Set(rows.map(({ trendId }) => trendId))];
  const known = rows.length === 0 ? [] : await ctx.db.all(trends, { ids });
  return rows.map(({ id, seenAt, direction, term, region, changePercent, sureness, trendId }) => {
    const trend = known.find((one) => one.id === trendId);
    const now = { trendId: trend === undefined ? null : trendId, state: trend?.state ?? null };
    return { kind: "trend", id, at: seenAt, what: direction, term, region, changePercent, sureness, ...now };
  });
}
