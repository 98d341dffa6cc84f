import { and, eq, sql } from "drizzle-orm";
import { variants } from "#db/schema/catalog.ts";
import { returns } from "#db/schema/returns.ts";
import { zones } from "#db/schema/warehouse.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { notFound, parseInput } from "../../errors.ts";
import { findReturn } from "./find-return.server.ts";
import { readLeftGoods } from "./left-goods.server.ts";
import { type ReturnRow, returnRows } from "./list-returns.server.ts";
import { toStep } from "./return-rows.ts";
import { missingOf, undecidedOf } from "./standing.ts";
import type { StepKind, StepState } from "./states.ts";

export type ReturnLineView = {
  id: string;
  variantId: string;
  sku: string;
  title: string;
  quantity: number;
  /** What has not come back yet. */
  missing: number;
  /** Lots and numbers that left with the order, where the house knows them. */
  lots: string[];
  serials: string[];
};

/** One thing a zone booked, is asked to book, or refused. `undecided` is of an arrival, what nobody has looked at. */
export type ReturnStepView = {
  id: string;
  lineId: string;
  kind: StepKind;
  arrivalId: string | null;
  zone: { id: string; name: string };
  binId: string;
  toBin: string | null;
  lot: string;
  qty: number;
  serials: string[];
  state: StepState;
  refusal: string | null;
  doneBy: string;
  createdAt: number;
  undecided: { qty: number; serials: string[] };
};

export type ReturnDetail = ReturnRow & {
  note: string | null;
  createdBy: string;
  arrivedAt: number | null;
  inspectedAt: number | null;
  endedAt: number | null;
  lines: ReturnLineView[];
  steps: ReturnStepView[];
};

/** A return with what is expected, what came, and what became of it. */
export async function readReturn(ctx: ServiceContext, input: { id: string }): Promise<ReturnDetail> {
  requirePermission(ctx, "warehouse:read");
  const { id } = parseInput(byIdSchema, input);
  const { row, lines, rows, steps } = await findReturn(ctx, id);
  const orderLineIds = lines.flatMap(({ orderLineId }) => orderLineId ?? []);
  const [[head], left, skus, places] = await Promise.all([
    returnRows(ctx, eq(returns.id, id), 1),
    readLeftGoods(ctx, orderLineIds),
    readSkus(
      ctx,
      lines.map(({ sku }) => sku),
    ),
    readZones(
      ctx,
      rows.map(({ zoneId }) => zoneId),
    ),
  ]);
  if (head === undefined) throw notFound("return");
  const { note, createdBy, arrivedAt, inspectedAt, endedAt } = row;
  return {
    ...head,
    note,
    createdBy,
    arrivedAt,
    inspectedAt,
    endedAt,
    lines: lines.map((line) => {
      const goods = left.get(line.orderLineId ?? "") ?? [];
      return {
        id: line.id,
        variantId: line.sku,
        sku: skus.get(line.sku) ?? line.sku,
        title: line.title,
        quantity: line.quantity,
        missing: Math.max(0, missingOf(line, steps)),
        lots: [...new Set(goods.flatMap(({ lot }) => (lot === "" ? [] : [lot])))],
        serials: goods.flatMap(({ serials }) => serials),
      };
    }),
    steps: rows.flatMap((one) =>
      toStep(one).map((step) => ({
        ...step,
        zone: { id: one.zoneId, name: places.get(one.zoneId) ?? one.zoneId },
        binId: one.binId,
        toBin: one.toBin,
        lot: one.lot,
        serials: one.serials,
        refusal: one.refusal,
        doneBy: one.doneBy,
        createdAt: one.createdAt,
        undecided: step.kind === "arrival" && step.state === "booked" ? undecidedOf(step, steps) : { qty: 0, serials: [] },
      })),
    ),
  };
}

async function readSkus(ctx: ServiceContext, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.all(variants, { ids: [...new Set(ids)] });
  return new Map(rows.map(({ id, sku }) => [id, sku]));
}

async function readZones(ctx: ServiceContext, ids: readonly string[]): Promise<Map<string, string>> {
  const list = JSON.stringify([...new Set(ids)]);
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ id: zones.id, name: zones.name })
      .from(zones)
      .where(and(scope(zones), sql`${zones.id} in (select value from json_each(${list}))`)),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
