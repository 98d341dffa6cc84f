import { and, asc, eq, gt, sql } from "drizzle-orm";
import { listings, variants } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";
import type { Place } from "./read-listing-facts.server.ts";
import type { SkuFacts } from "./rules/rule.ts";
import { soldUnits } from "./sold-units.server.ts";

const dayMs = 24 * 3_600_000;
type Ask = { afterId: string } | { ids: readonly string[] };
export type SkuState = { id: string; facts: SkuFacts };

/** A page of SKUs with where they are offered, by id; `lastId` is null behind the last page. */
export async function readSkuFacts(
  ctx: ServiceContext,
  places: ReadonlyMap<string, Place>,
  ask: Ask,
  limit: number,
): Promise<{ skus: SkuState[]; lastId: string | null }> {
  const nowMs = ctx.clock.now();
  const where =
    "ids" in ask ? sql`${variants.id} in (select value from json_each(${JSON.stringify(ask.ids)}))` : gt(variants.id, ask.afterId);
  const rows = await ctx.db.all(variants, { where, orderBy: asc(variants.id), limit });
  if (rows.length === 0) return { skus: [], lastId: null };
  const offers = await readOffers(
    ctx,
    rows.map(({ id }) => id),
    nowMs,
  );
  const byVariant = Map.groupBy(offers, ({ variantId }) => variantId);
  const skus = rows.flatMap(({ id, sku }): SkuState[] => {
    const own = byVariant.get(id) ?? [];
    const known = own.flatMap(({ listingId, channelId, currency, priceCents }) => {
      const place = places.get(channelId);
      return place === undefined ? [] : [{ listingId, channelId, currency, priceCents, vendor: place.vendor }];
    });
    const units30d = own.reduce((sum, one) => sum + one.units, 0);
    const title = own[0]?.title ?? "";
    // Offers in two currencies are not compared: the one of most offers speaks for the SKU.
    const currency = mostFrequent(known.map((offer) => offer.currency)) ?? "";
    return known.length === 0 ? [] : [{ id, facts: { nowMs, sku, title, currency, offers: known, channels: places.size, units30d } }];
  });
  return { skus, lastId: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
}

function readOffers(ctx: ServiceContext, variantIds: readonly string[], nowMs: number) {
  return ctx.db.read((orm, scope) => {
    const sold = soldUnits(orm, scope, nowMs - 30 * dayMs);
    return orm
      .select({
        variantId: listings.variantId,
        listingId: listings.id,
        channelId: listings.channelId,
        title: listings.title,
        currency: listings.currency,
        priceCents: listings.priceCents,
        units: sql<number>`coalesce(${sold.units}, 0)`,
      })
      .from(listings)
      .leftJoin(
        sold,
        and(eq(sold.channelId, listings.channelId), eq(sold.listingRef, listings.listingRef), eq(sold.modelRef, listings.modelRef)),
      )
      .where(
        and(
          scope(listings),
          eq(listings.status, "active"),
          eq(listings.linkState, "linked"),
          sql`${listings.variantId} in (select value from json_each(${JSON.stringify(variantIds)}))`,
        ),
      );
  });
}

function mostFrequent(values: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(values, (value) => value)];
  return groups.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
