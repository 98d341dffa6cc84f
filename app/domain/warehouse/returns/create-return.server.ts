import { and, desc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { products, variants } from "#db/schema/catalog.ts";
import { orders } from "#db/schema/orders.ts";
import { returnLines, returns } from "#db/schema/returns.ts";
import { ensure, insert, type Write } from "#db/writes.ts";
import { actorStamp } from "../../actor.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, notFound, parseInput } from "../../errors.ts";
import { labelOf } from "./find-return.server.ts";
import { returnableLines, returnedOfOrder } from "./returnable.server.ts";
import { type CreateReturnInput, createReturnSchema } from "./schemas.ts";

type Input = z.output<typeof createReturnSchema>;
type NewLine = { orderLineId: string | null; sku: string; title: string; quantity: number };
type Order = typeof orders.$inferSelect;

/** Goods are to come back: of an order that left, or, where nobody knows of which, by themselves. */
export async function createReturn(ctx: ServiceContext, input: CreateReturnInput): Promise<{ id: string }> {
  requirePermission(ctx, "floor:work");
  const wanted = parseInput(createReturnSchema, input);
  if (wanted.orderId === null)
    return writeReturn(ctx, { ...wanted, source: "person", order: null, lines: await linesOfVariants(ctx, wanted) });
  const order = await ctx.db.first(orders, eq(orders.id, wanted.orderId));
  if (order === undefined) throw notFound("order");
  const returnable = await returnableLines(ctx, order);
  const taken = returnable.reduce((sum, { returned }) => sum + returned, 0);
  const lines = wanted.lines.map((line, index): NewLine => {
    const known = returnable.find(({ id }) => id === line.orderLineId);
    if (known === undefined) throw refusedLine(index, "orderLineId", "returnLineUnknown");
    if (known.variantId === null) throw new AppError("conflict", "returnUnknownProduct");
    if (line.quantity > known.left) throw refusedLine(index, "quantity", "returnMoreThanShipped");
    return { orderLineId: known.id, sku: known.variantId, title: known.title, quantity: line.quantity };
  });
  ensureOnce(lines.map(({ orderLineId }) => orderLineId));
  return writeReturn(ctx, { ...wanted, source: "person", order, lines, taken });
}

function refusedLine(index: number, field: string, reason: string): AppError {
  return new AppError("invalid", "checkFields", { fields: { [`lines.${index}.${field}`]: reason } });
}

function ensureOnce(ids: readonly (string | null)[]): void {
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) throw refusedLine(twice, "orderLineId", "returnLineTwice");
}

async function linesOfVariants(ctx: ServiceContext, { lines }: Input): Promise<NewLine[]> {
  const list = JSON.stringify(lines.map(({ variantId }) => variantId ?? ""));
  const known = await ctx.db.read((orm, scope) =>
    orm
      .select({ id: variants.id, name: variants.name, title: products.title })
      .from(variants)
      .innerJoin(products, and(eq(products.id, variants.productId), scope(products)))
      .where(and(scope(variants), sql`${variants.id} in (select value from json_each(${list}))`)),
  );
  return lines.map(({ variantId, quantity }, index) => {
    if (variantId === null) throw refusedLine(index, "variantId", "required");
    const variant = known.find(({ id }) => id === variantId);
    if (variant === undefined) throw notFound("variant");
    return { orderLineId: null, sku: variant.id, title: [variant.title, variant.name].filter(Boolean).join(" · "), quantity };
  });
}

type Writing = Pick<Input, "reason" | "note" | "trackingCode"> & {
  source: "person" | "channel";
  order: Order | null;
  lines: readonly NewLine[];
  /** Units of the order that other returns had when the lines were chosen: whoever took some meanwhile wins. */
  taken?: number;
};

export async function writeReturn(
  ctx: ServiceContext,
  { order, source, reason, note, trackingCode, lines, taken = 0 }: Writing,
): Promise<{ id: string }> {
  const [last] = await ctx.db.all(returns, { orderBy: desc(returns.number), limit: 1 });
  const id = ctx.ids.next("ret");
  const number = (last?.number ?? 0) + 1;
  const untaken: Write[] = order === null ? [] : [ensure(sql`${returnedOfOrder(ctx.workspaceId, order.id)} = ${taken}`)];
  await mutate(ctx, {
    writes: [
      ...untaken,
      insert(returns, {
        id,
        number,
        orderId: order?.id ?? null,
        channelId: order?.channelId ?? null,
        source,
        reason,
        note,
        trackingCode,
        state: "expected",
        createdBy: actorStamp(ctx.actor).label,
        createdAt: ctx.clock.now(),
        arrivedAt: null,
        inspectedAt: null,
        endedAt: null,
      }),
      insert(returnLines, ...lines.map((line) => ({ id: ctx.ids.next("rtl"), returnId: id, ...line }))),
    ],
    audit: {
      action: "return.created",
      subject: { type: "return", id, label: labelOf({ number }) },
      after: { order: order?.orderRef ?? null, reason, units: lines.reduce((sum, { quantity }) => sum + quantity, 0) },
    },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
  return { id };
}
