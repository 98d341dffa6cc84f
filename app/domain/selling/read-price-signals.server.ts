import { and, eq, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import { channels } from "#db/schema/channels.ts";
import { listings } from "#db/schema/catalog.ts";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { type Place, readListingFacts } from "./read-listing-facts.server.ts";
import type { ListingFacts } from "./rules/rule.ts";
import { isVendor } from "../channels/ports.ts";

/** A price that was changed from here. */
type PriceMove = { atMs: number; beforeCents: number; afterCents: number };
type OwnOffer = { listingId: string; channelId: string; currency: string; priceCents: number };

/** Everything of a listing by which its price is judged. */
export type PriceSignal = ListingFacts & {
  /** Of the last eight days, oldest first. */
  moves: PriceMove[];
  /** A change of its price is on its way to the marketplace. */
  isMoving: boolean;
  /** The same goods on sale elsewhere by ourselves. */
  ownOffers: OwnOffer[];
};

const movesForMs = 8 * 24 * 3_600_000;

/** A page of listings with what their marketplaces, sales and costs say about their prices; `nextId` null behind the last. */
export async function readPriceSignals(
  ctx: ServiceContext,
  { afterId, limit }: { afterId: string; limit: number },
): Promise<{ signals: PriceSignal[]; nextId: string | null }> {
  requirePermission(ctx, "selling:read");
  const { facts, lastId } = await readListingFacts(ctx, await readPlaces(ctx), { afterId }, limit);
  const [moves, own] = await Promise.all([movesOf(ctx, facts), ownOffersOf(ctx, facts)]);
  const signals = facts.map((one) => {
    const changes = moves.filter(({ listingId }) => listingId === one.id);
    return {
      ...one,
      moves: changes.flatMap(({ finishedAt, state, before, after }) =>
        finishedAt !== null && state !== "waiting" ? [{ atMs: finishedAt, beforeCents: before, afterCents: after }] : [],
      ),
      isMoving: changes.some(({ state, changeState }) => state === "waiting" && (changeState === "waiting" || changeState === "running")),
      ownOffers: own.flatMap(({ variantId, ...offer }) => (variantId === one.variant?.id && offer.listingId !== one.id ? [offer] : [])),
    };
  });
  return { signals, nextId: lastId };
}

async function readPlaces(ctx: ServiceContext): Promise<Map<string, Place>> {
  const rows = await ctx.db.all(channels, { where: eq(channels.state, "active") });
  return new Map(rows.flatMap(({ id, vendor, site }) => (isVendor(vendor) ? [[id, { vendor, site }] as const] : [])));
}

function oneOf(column: typeof listings.variantId | typeof listingChangeItems.listingId, values: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
}

function movesOf(ctx: ServiceContext, facts: readonly ListingFacts[]) {
  const ids = facts.map(({ id }) => id);
  const { listingId, before, after, state, finishedAt } = listingChangeItems;
  return ctx.db.read((orm, scope) =>
    orm
      .select({ listingId, before, after, state, finishedAt, changeState: listingChanges.state })
      .from(listingChangeItems)
      .innerJoin(listingChanges, eq(listingChanges.id, listingChangeItems.changeId))
      .where(
        and(
          scope(listingChangeItems),
          oneOf(listingId, ids),
          eq(listingChanges.kind, "price"),
          or(eq(state, "waiting"), and(inArray(state, ["applied", "accepted"]), gte(finishedAt, ctx.clock.now() - movesForMs))),
        ),
      )
      .orderBy(finishedAt),
  );
}

function ownOffersOf(ctx: ServiceContext, facts: readonly ListingFacts[]) {
  const ids = [...new Set(facts.flatMap(({ variant }) => variant?.id ?? []))];
  const { id: listingId, channelId, currency, priceCents, variantId } = listings;
  return ctx.db.read((orm, scope) =>
    orm
      .select({ listingId, channelId, currency, priceCents, variantId })
      .from(listings)
      .where(and(scope(listings), eq(listings.status, "active"), oneOf(variantId, ids))),
  );
}
