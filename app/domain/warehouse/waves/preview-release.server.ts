import { eq } from "drizzle-orm";
import type { z } from "zod";
import { orders } from "#db/schema/orders.ts";
import { warehouses } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { notFound, parseInput } from "../../errors.ts";
import { releaseOrdersSchema } from "../fulfil/schemas.ts";
import { frugalClock } from "../solvers/frugal-clock.ts";
import { planWave } from "./plan-wave.ts";
import { readWaveProblem } from "./read-wave-problem.server.ts";

type Named = { id: string; orderRef: string };
export type ReleasePreview = {
  batches: { orders: Named[]; stops: number; metres: number | null; litres: number | null }[];
  metres: number | null;
  oneByOneMetres: number | null;
  unplacedZones: string[];
  unmeasured: Named[];
  /** Orders of which not everything lies free in this warehouse. */
  notFound: Named[];
};

/** A round of a search over batches takes about this long; see `frugalClock`. */
export const batchLookMs = 0.2;

/** What a release would make of these orders, before anything is released. */
export async function previewRelease(ctx: ServiceContext, input: z.input<typeof releaseOrdersSchema>): Promise<ReleasePreview> {
  requirePermission(ctx, "warehouse:read");
  const { warehouseId, orderIds, batching } = parseInput(releaseOrdersSchema, input);
  const wanted = [...new Set(orderIds)];
  const [warehouse, known] = await Promise.all([
    ctx.db.first(warehouses, eq(warehouses.id, warehouseId)),
    ctx.db.all(orders, { ids: wanted }),
  ]);
  if (warehouse === undefined) throw notFound("warehouse");
  if (known.length < wanted.length) throw notFound("order");
  const problem = await readWaveProblem(ctx, { warehouseId, orderIds: wanted });
  const planned = planWave(problem.zones, problem.orders, batching, frugalClock(batchLookMs));
  const refs = new Map(known.map(({ id, orderRef }) => [id, orderRef]));
  const named = (ids: readonly string[]): Named[] => ids.map((id) => ({ id, orderRef: refs.get(id) ?? id }));
  return {
    ...planned,
    batches: planned.batches.map(({ orderIds: own, ...batch }) => ({ orders: named(own), ...batch })),
    unmeasured: named(planned.unmeasured),
    notFound: named(problem.notFound),
  };
}
