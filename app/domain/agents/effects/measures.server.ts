import { and, desc, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import { agentMemory } from "#db/schema/agents.ts";
import { listings, variants } from "#db/schema/catalog.ts";
import { channelStock } from "#db/schema/channel-stock.ts";
import { alerts, zoneChecks } from "#db/schema/floor-watch.ts";
import { fulfilments } from "#db/schema/fulfilment.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import type { ServiceContext } from "../../context.ts";
import { memoryShapes } from "../memory-shapes.ts";
import type { ToolCall, ToolName } from "../tool-inputs.ts";
import { grossMarginOf } from "./listing-sales.ts";
import type { Figures } from "./realised.ts";

type Asked<Tool extends ToolName> = Extract<ToolCall, { tool: Tool }>["input"];
type About = { subject: { type: string; id: string } };
type Measure<Tool extends ToolName> = (ctx: ServiceContext, input: Asked<Tool>, about: About) => Promise<Figures>;

const dayMs = 86_400_000;
const salesDays = 7;

/** What each tool is there for, as figures that can be read again later. A tool without one is not measured. */
const measures: { [Tool in ToolName]?: Measure<Tool> } = {
  "plan-move": (ctx, { zoneId }) => walks(ctx, zoneId),
  async "plan-count"(ctx, { zoneId }) {
    const check = await ctx.db.first(zoneChecks, eq(zoneChecks.zoneId, zoneId));
    return { drift: check?.drift ?? null };
  },
  async "release-orders"(ctx, { orderIds }) {
    const ofThem = sql`${fulfilments.orderId} in (select value from json_each(${JSON.stringify(orderIds)}))`;
    const rows = await ctx.db.all(fulfilments, { where: and(ofThem, ne(fulfilments.state, "cancelled")), isLed: true });
    return { ordersShipped: rows.filter(({ shippedAt }) => shippedAt !== null).length };
  },
  async "tell-stock"(ctx, { channelId }) {
    const untold = and(eq(channelStock.channelId, channelId), inArray(channelStock.state, ["failing", "refused"]));
    return { listingsUntold: await ctx.db.count(channelStock, untold) };
  },
  async "raise-alert"(ctx, { zoneId, kind }) {
    const open = and(eq(alerts.subject, zoneId), eq(alerts.kind, kind), isNull(alerts.resolvedAt));
    return { alertsOpen: await ctx.db.count(alerts, open) };
  },
};

/** Undefined where nothing tells how well it went. */
export async function measureEffect(ctx: ServiceContext, call: ToolCall, about: About): Promise<Figures | undefined> {
  const measure = measures[call.tool] as Measure<ToolName> | undefined;
  if (measure !== undefined) return measure(ctx, call.input, about);
  return about.subject.type === "listing" ? sales(ctx, about.subject.id) : undefined;
}

async function walks(ctx: ServiceContext, zoneId: string): Promise<Figures> {
  const [row] = await ctx.db.all(agentMemory, {
    where: eq(agentMemory.key, "floor.slotting"),
    orderBy: desc(agentMemory.memoryVersion),
    limit: 1,
  });
  const known = memoryShapes["floor.slotting"].safeParse(row?.value ?? {}).data?.[zoneId];
  return { metresPerOrder: known?.metresPerOrder ?? null, orders: known?.orders ?? null };
}

const unknownSales: Figures = { unitsPerDay: null, salesCentsPerDay: null, grossMarginCentsPerDay: null };

/** What was sold of a listing a day over the last week and what that left, for whatever changes how it is offered. */
async function sales(ctx: ServiceContext, listingId: string): Promise<Figures> {
  const listing = await ctx.db.first(listings, eq(listings.id, listingId));
  if (listing === undefined) return unknownSales;
  const { channelId, listingRef } = listing;
  const lines = await ctx.db.all(orderItems, {
    where: and(
      eq(orderItems.channelId, channelId),
      eq(orderItems.listingRef, listingRef),
      eq(orderItems.isCancelled, false),
      gt(orderItems.placedAt, ctx.clock.now() - salesDays * dayMs),
    ),
  });
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const cents = lines.reduce((sum, { quantity, unitPriceCents }) => sum + quantity * unitPriceCents, 0);
  const [sold, costs] = await Promise.all([
    ctx.db.all(orders, { ids: [...new Set(lines.map(({ orderId }) => orderId))] }),
    costsOf(ctx, { channelId, listingRef }),
  ]);
  const marginCents = grossMarginOf(lines, { orders: new Map(sold.map((order) => [order.id, order])), costs });
  return {
    unitsPerDay: units / salesDays,
    salesCentsPerDay: Math.round(cents / salesDays),
    grossMarginCentsPerDay: marginCents === null ? null : Math.round(marginCents / salesDays),
  };
}

/** What each model of a listing costs to buy at this moment. */
async function costsOf(ctx: ServiceContext, { channelId, listingRef }: { channelId: string; listingRef: string }) {
  const models = await ctx.db.all(listings, { where: and(eq(listings.channelId, channelId), eq(listings.listingRef, listingRef)) });
  const linked = await ctx.db.all(variants, { ids: models.flatMap(({ variantId }) => variantId ?? []) });
  const byId = new Map(linked.map((variant) => [variant.id, variant]));
  return new Map(
    models.flatMap(({ modelRef, variantId }) => {
      const variant = byId.get(variantId ?? "");
      if (variant === undefined || variant.costCents === null) return [];
      return [[modelRef, { cents: variant.costCents, currency: variant.currency }] as const];
    }),
  );
}
