import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { chunks } from "#app/platform/chunks.ts";
import { mutate } from "#db/mutate.server.ts";
import { channels } from "#db/schema/channels.ts";
import { fulfilments } from "#db/schema/fulfilment.ts";
import { orders } from "#db/schema/orders.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { storeOrders } from "../orders/store-orders.server.ts";
import { asksToTellShipments } from "../parcel-left.ts";
import { ChannelError, isAboutOneThing } from "./channel-error.ts";
import { findChannel } from "./open-channel.server.ts";
import type { ChannelClient } from "./ports.ts";
import type { ShippingOutcome } from "./remote.ts";

const perReading = 50;
/** A stretch ends well before another consumer may take its message for abandoned. */
const stretchMs = 20_000;
const maxChannels = 100;
const maxErrorChars = 300;

type Fulfilment = typeof fulfilments.$inferSelect;
type Order = typeof orders.$inferSelect;

/**
 * Tells the marketplace of every parcel of a channel that has left and is still due to be told, and reads their orders again. The
 * adapter looks before it tells, so a stretch that was cut off or is told twice is heard once. A marketplace that is away
 * leaves the rest due, and the queue comes back; a channel that is stopped is told when it goes on.
 */
export async function tellShipments(ctx: ServiceContext, { channelId }: { channelId: string }): Promise<void> {
  requirePermission(ctx, "channels:write");
  const endsAtMs = ctx.clock.now() + stretchMs;
  for (;;) {
    const channel = await findChannel(ctx, channelId);
    if (channel.state !== "active") return;
    const due = await dueOf(ctx, channelId);
    if (due.length === 0) return;
    const client = ctx.ports.channelDoor.open(channel);
    const byId = await ordersOf(ctx, due);
    const told: string[] = [];
    try {
      for (const fulfilment of due) {
        if (ctx.clock.now() >= endsAtMs) break;
        const order = byId.get(fulfilment.orderId);
        await note(ctx, fulfilment, await tell(client, fulfilment, order));
        if (order !== undefined) told.push(order.orderRef);
      }
    } finally {
      await reread(ctx, channelId, client, told);
    }
    if (ctx.clock.now() < endsAtMs) continue;
    await mutate(ctx, { writes: [], audit: "mirrored", asksFor: asksToTellShipments(channelId) });
    return;
  }
}

/** Whatever was left due by a marketplace that stayed away or a channel that was stopped. */
export async function tellAllShipments(ctx: ServiceContext): Promise<void> {
  requirePermission(ctx, "channels:write");
  const active = await ctx.db.all(channels, { where: eq(channels.state, "active"), orderBy: asc(channels.id), limit: maxChannels });
  for (const { id } of active) {
    if ((await dueOf(ctx, id)).length > 0) await tellShipments(ctx, { channelId: id });
  }
}

function dueOf(ctx: ServiceContext, channelId: string): Promise<Fulfilment[]> {
  const where = and(eq(fulfilments.state, "shipped"), eq(fulfilments.telling, "due"), eq(fulfilments.channelId, channelId));
  return ctx.db.all(fulfilments, { where, orderBy: [asc(fulfilments.createdAt), asc(fulfilments.id)], limit: perReading });
}

async function ordersOf(ctx: ServiceContext, due: readonly Fulfilment[]): Promise<Map<string, Order>> {
  const ids = due.map(({ orderId }) => orderId);
  const rows = await ctx.db.all(orders, { ids, limit: ids.length });
  return new Map(rows.map((row) => [row.id, row]));
}

const parcelSchema = z.object({ carrier: z.string().min(1) });

async function tell(client: ChannelClient, fulfilment: Fulfilment, order: Order | undefined): Promise<ShippingOutcome> {
  if (order === undefined) return { kind: "refused", reason: "not-found", vendorText: "" };
  const carrier = parcelSchema.safeParse(fulfilment.parcel).data?.carrier ?? null;
  const { trackingCode, shippedAt, createdAt } = fulfilment;
  try {
    return await client.tellShipped({ orderRef: order.orderRef, trackingCode, carrier, shippedAtMs: shippedAt ?? createdAt });
  } catch (error) {
    if (!(error instanceof ChannelError) || !isAboutOneThing(error.fault)) throw error;
    const reason = error.fault === "denied" ? "not-owner" : "other";
    return { kind: "refused", reason, vendorText: error.vendorText };
  }
}

/** Somebody may write the same fulfilment meanwhile: what the marketplace was told is written down all the same. */
async function note(ctx: ServiceContext, fulfilment: Fulfilment, outcome: ShippingOutcome): Promise<void> {
  try {
    await noteOnce(ctx, fulfilment, outcome);
  } catch (error) {
    if (!(error instanceof StaleWriteError)) throw error;
    const current = await ctx.db.first(fulfilments, and(eq(fulfilments.id, fulfilment.id), eq(fulfilments.telling, "due")));
    if (current !== undefined) await noteOnce(ctx, current, outcome);
  }
}

function noteOnce(ctx: ServiceContext, fulfilment: Fulfilment, outcome: ShippingOutcome): Promise<void> {
  const set = outcome.kind === "refused" ? { telling: "refused", tellError: errorOf(outcome) } : { telling: "told", tellError: null };
  return mutate(ctx, {
    writes: [update(fulfilments, fulfilment, set)],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "warehouse" }],
  });
}

/** The reason's key, and after a colon the marketplace's own words. */
function errorOf({ reason, vendorText }: Extract<ShippingOutcome, { kind: "refused" }>): string {
  return (vendorText === "" ? reason : `${reason}: ${vendorText}`).slice(0, maxErrorChars);
}

/** Carts share a parcel and fulfilments their order: each is read once. */
async function reread(ctx: ServiceContext, channelId: string, client: ChannelClient, refs: readonly string[]): Promise<void> {
  for (const part of chunks([...new Set(refs)], perReading)) {
    await storeOrders(ctx, { channelId, orders: (await client.orders(part)).found });
  }
}
