import { and, asc, eq, sql } from "drizzle-orm";
import { createPool } from "#app/platform/pool.ts";
import { warehouses, zones, zoneStock } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { MovementReason } from "./ledger/facts.ts";
import { answerWithin } from "./monitoring/answer-within.ts";

const mostZones = 50;
const askedAtOnce = 6;
const answerLimitMs = 2_000;

/** `delta` in base units: what the zone had more of afterwards; zero where goods stayed and were judged anew. */
export type StockMove = { id: string; at: number; sku: string; reason: MovementReason; delta: number; zoneId: string; zone: string };

export type StockMoves = {
  data: StockMove[];
  /** Zones that did not answer in time: what happened there is missing. */
  unheard: { id: string; name: string }[];
};

/**
 * What came to these goods and left them, newest first, asked of every zone that has ever had them. Ways from one bin to another are
 * left out, and what lies in the archive by now.
 */
export async function listStockMoves(
  ctx: ServiceContext,
  { skus, beforeMs, limit }: { skus: readonly string[]; beforeMs: number; limit: number },
): Promise<StockMoves> {
  requirePermission(ctx, "warehouse:read");
  const places = await zonesOf(ctx, skus);
  const data: StockMove[] = [];
  const unheard: StockMoves["unheard"] = [];
  const pool = createPool(askedAtOnce);
  for (const { id, name } of places) {
    await pool.run(async () => {
      const asking = ctx.ports.zoneRooms.moves({ workspaceId: ctx.workspaceId, zoneId: id }, { skus: [...skus], beforeMs, limit });
      const moves = await answerWithin(answerLimitMs, asking);
      if (moves === undefined) unheard.push({ id, name });
      else data.push(...moves.map((move) => ({ ...move, id: `${id}-${move.id}`, zoneId: id, zone: name })));
    });
  }
  await pool.drained();
  return { data: data.toSorted((one, other) => other.at - one.at || (other.id < one.id ? -1 : 1)).slice(0, limit), unheard };
}

async function zonesOf(ctx: ServiceContext, skus: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (skus.length === 0) return [];
  return ctx.db.read((orm, scope) =>
    orm
      .selectDistinct({ id: zones.id, name: sql<string>`${warehouses.name} || ' · ' || ${zones.name}` })
      .from(zoneStock)
      .innerJoin(zones, and(scope(zones), eq(zones.id, zoneStock.zoneId)))
      .innerJoin(warehouses, and(scope(warehouses), eq(warehouses.id, zones.warehouseId)))
      .where(and(scope(zoneStock), sql`${zoneStock.sku} in (select value from json_each(${JSON.stringify(skus)}))`))
      .orderBy(asc(zones.id))
      .limit(mostZones),
  );
}
