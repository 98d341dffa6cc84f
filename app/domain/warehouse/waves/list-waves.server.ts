import { and, desc, eq, lt, sql, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { allocations, fulfilments, waves } from "#db/schema/fulfilment.ts";
import { warehouses } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { parseInput } from "../../errors.ts";
import { cursorId, type Page, toPage } from "../../paging.ts";
import { type Batching, readPlan } from "./batching.ts";
import { listWavesSchema } from "./schemas.ts";

export type WaveRow = {
  id: string;
  number: number;
  warehouseName: string;
  createdBy: string;
  createdAt: number;
  /** Null for one that was released without a plan. */
  batching: Batching | null;
  batches: number;
  metres: number | null;
  oneByOneMetres: number | null;
  orders: number;
  /** Orders of which everything is picked, or more. */
  done: number;
  cancelled: number;
  units: number;
  picked: number;
};

/** Waves, the newest first, each with how far it is. */
export async function listWaves(ctx: ServiceContext, input: z.input<typeof listWavesSchema> = {}): Promise<Page<WaveRow>> {
  requirePermission(ctx, "warehouse:read");
  const { limit, cursor } = parseInput(listWavesSchema, input);
  const after = cursorId(cursor);
  const rows = await waveRows(ctx, after === undefined ? undefined : lt(waves.id, after), limit + 1);
  return toPage(rows, limit);
}

const own = sql`from ${fulfilments} f where f.workspace_id = ${waves.workspaceId} and f.wave_id = ${waves.id}`;
const parts = sql`from ${fulfilments} f join ${allocations} a on a.workspace_id = f.workspace_id and a.fulfilment_id = f.id and a.state <> 'released'
  where f.workspace_id = ${waves.workspaceId} and f.wave_id = ${waves.id}`;

export async function waveRows(ctx: ServiceContext, where: SQL | undefined, limit: number): Promise<WaveRow[]> {
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({
        id: waves.id,
        number: waves.number,
        warehouseName: warehouses.name,
        createdBy: waves.createdBy,
        createdAt: waves.createdAt,
        plan: waves.plan,
        orders: sql<number>`(select count(*) ${own})`,
        done: sql<number>`(select count(*) ${own} and f.state in ('picked', 'packed', 'shipped'))`,
        cancelled: sql<number>`(select count(*) ${own} and f.state = 'cancelled')`,
        units: sql<number>`(select coalesce(sum(a.qty), 0) ${parts})`,
        picked: sql<number>`(select coalesce(sum(a.picked_qty), 0) ${parts})`,
      })
      .from(waves)
      .innerJoin(warehouses, and(eq(warehouses.id, waves.warehouseId), scope(warehouses, "led")))
      .where(and(scope(waves), where))
      .orderBy(desc(waves.id))
      .limit(limit),
  );
  return rows.map(({ plan: stored, ...row }) => {
    const plan = readPlan(stored);
    const { metres = null, oneByOneMetres = null, batching = null, batches = [] } = plan ?? {};
    return { ...row, batching, batches: batches.length, metres, oneByOneMetres };
  });
}
