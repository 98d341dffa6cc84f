import { and, eq, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { variants } from "#db/schema/catalog.ts";
import { serialPlaces, zones } from "#db/schema/warehouse.ts";
import type { ServiceContext } from "../../context.ts";
import type { AlertFacts } from "../alerts/kinds.ts";
import type { SerialName } from "../ports.ts";

type Place = { zoneId: string; binId: string };
/** One number in two zones; `first` is the zone that an alert about it belongs to. */
export type Twin = SerialName & { first: Place; second: Place };

const shownAtOnce = 50;

/**
 * Numbers that lie in two zones at once, one of which is this one. The register hears of a transfer's two ends one after the
 * other, so each is asked of the rooms: the one that may have sent it, the one that may have it, and the first again.
 */
export async function findTwins(ctx: ServiceContext, zoneId: string, among: readonly SerialName[] | null = null): Promise<Twin[]> {
  const told = await readTwins(ctx, zoneId, among);
  const twins: Twin[] = [];
  for (const [other, own] of Map.groupBy(told, (one) => one.otherZoneId)) {
    const before = await placesIn(ctx, other, own);
    const here = await placesIn(ctx, zoneId, own);
    const after = await placesIn(ctx, other, own);
    for (const { sku, serial } of own) {
      const name = JSON.stringify([sku, serial]);
      const [ours, theirs] = [here.get(name), after.get(name)];
      if (ours === undefined || theirs === undefined || !before.has(name)) continue;
      const [first, second] = [
        { zoneId, binId: ours },
        { zoneId: other, binId: theirs },
      ].toSorted((a, b) => (a.zoneId < b.zoneId ? -1 : 1));
      if (first !== undefined && second !== undefined) twins.push({ sku, serial, first, second });
    }
  }
  return twins;
}

async function placesIn(ctx: ServiceContext, zoneId: string, serials: readonly SerialName[]): Promise<Map<string, string>> {
  const places = await ctx.ports.zoneRooms.serials({ workspaceId: ctx.workspaceId, zoneId }, serials);
  return new Map(places.flatMap(({ sku, serial, binId }) => (binId === null ? [] : [[JSON.stringify([sku, serial]), binId] as const])));
}

function readTwins(ctx: ServiceContext, zoneId: string, among: readonly SerialName[] | null) {
  const other = alias(serialPlaces, "other");
  const list = JSON.stringify((among ?? []).map(({ sku, serial }) => ({ sku, serial })));
  return ctx.db.read((orm, scope) =>
    orm
      .select({ sku: serialPlaces.sku, serial: serialPlaces.serial, otherZoneId: sql<string>`${other.zoneId}`.as("other_zone_id") })
      .from(serialPlaces)
      .innerJoin(
        other,
        and(
          scope(other),
          eq(other.sku, serialPlaces.sku),
          eq(other.serial, serialPlaces.serial),
          ne(other.zoneId, serialPlaces.zoneId),
          eq(other.state, "here"),
        ),
      )
      .where(
        and(
          scope(serialPlaces),
          eq(serialPlaces.zoneId, zoneId),
          eq(serialPlaces.state, "here"),
          among === null
            ? undefined
            : sql`(${serialPlaces.sku}, ${serialPlaces.serial}) in (select value ->> '$.sku', value ->> '$.serial' from json_each(${list}))`,
        ),
      )
      .limit(shownAtOnce),
  );
}

/** What an alert says: both places of one of them, and how many there are. */
export async function factsOfTwins(ctx: ServiceContext, twins: readonly [Twin, ...Twin[]]): Promise<AlertFacts> {
  const [{ sku, serial, first, second }] = twins;
  const [variant, places] = await Promise.all([
    ctx.db.first(variants, eq(variants.id, sku)),
    ctx.db.all(zones, { where: or(eq(zones.id, first.zoneId), eq(zones.id, second.zoneId)) }),
  ]);
  const nameOf = (id: string) => places.find((zone) => zone.id === id)?.name ?? id;
  return {
    value: twins.length,
    serial,
    sku: variant?.sku ?? sku,
    zone: nameOf(first.zoneId),
    bin: first.binId,
    otherZone: nameOf(second.zoneId),
    otherBin: second.binId,
  };
}
