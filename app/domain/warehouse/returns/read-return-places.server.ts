import { asc } from "drizzle-orm";
import { z } from "zod";
import { warehouses, zones } from "#db/schema/warehouse.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { notFound, parseInput } from "../../errors.ts";
import type { BinKind } from "../bin.ts";
import { findReturn } from "./find-return.server.ts";

const inputSchema = z.object({ id: byIdSchema.shape.id, zoneId: byIdSchema.shape.id.nullable().default(null) });

export type ReturnPlaces = {
  zones: { id: string; name: string }[];
  /** The one that is proposed; null as long as there is none. */
  zoneId: string | null;
  /** Where goods to be inspected usually stand. */
  arrivalBins: string[];
  /** By variant: where it lies already, to be put beside. */
  stockBins: Record<string, string[]>;
  tracks: Record<string, { lots: boolean; serials: boolean }>;
};

const forInspection: readonly BinKind[] = ["quarantine", "receiving"];
const shownBins = 50;

/** Where goods of a return can go, and what a zone asks of them: which have lots, and which numbers. */
export async function readReturnPlaces(ctx: ServiceContext, input: z.input<typeof inputSchema>): Promise<ReturnPlaces> {
  requirePermission(ctx, "warehouse:read");
  const { id, zoneId: wanted } = parseInput(inputSchema, input);
  const [{ lines, rows }, places, houses] = await Promise.all([
    findReturn(ctx, id),
    ctx.db.all(zones, { orderBy: asc(zones.id) }),
    ctx.db.all(warehouses),
  ]);
  const nameOf = new Map(houses.map((house) => [house.id, house.name]));
  const named = places.map((zone) => ({ id: zone.id, name: `${zone.name} · ${nameOf.get(zone.warehouseId) ?? ""}` }));
  if (wanted !== null && !places.some((zone) => zone.id === wanted)) throw notFound("zone");
  const zoneId = wanted ?? rows.at(-1)?.zoneId ?? places[0]?.id ?? null;
  if (zoneId === null) return { zones: named, zoneId, arrivalBins: [], stockBins: {}, tracks: {} };
  const { part } = await ctx.ports.zoneRooms.snapshot({ workspaceId: ctx.workspaceId, zoneId });
  const ranked = part.bins.toSorted((a, b) => forInspection.indexOf(a.kind) - forInspection.indexOf(b.kind) || a.rank - b.rank);
  const skus = [...new Set(lines.map(({ sku }) => sku))];
  const liesIn = (sku: string) =>
    part.bins
      .filter((bin) => bin.lines.some((line) => line.sku === sku && line.status === "available"))
      .map((bin) => bin.id)
      .slice(0, shownBins);
  return {
    zones: named,
    zoneId,
    arrivalBins: ranked
      .filter(({ kind, isBlocked }) => forInspection.includes(kind) && !isBlocked)
      .map((bin) => bin.id)
      .slice(0, shownBins),
    stockBins: Object.fromEntries(skus.map((sku) => [sku, liesIn(sku)])),
    tracks: Object.fromEntries(
      part.items.filter(({ sku }) => skus.includes(sku)).map((item) => [item.sku, { lots: item.tracksLots, serials: item.tracksSerials }]),
    ),
  };
}
