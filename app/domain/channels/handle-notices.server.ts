import { and, asc, eq, isNull } from "drizzle-orm";
import { chunks } from "#app/platform/chunks.ts";
import { mutate } from "#db/mutate.server.ts";
import { channelNotices } from "#db/schema/channels.ts";
import { updateByIds } from "#db/writes.ts";
import { storeListings } from "../catalog/store-listings.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { storeOrders } from "../orders/store-orders.server.ts";
import { storeQuestions } from "../service/store-questions.server.ts";
import { asksToTellStock } from "../stock-changed.ts";
import { ChannelError, isAboutOneThing } from "./channel-error.ts";
import { failedFor, wasRead } from "./notice-outcome.ts";
import { findChannel } from "./open-channel.server.ts";
import type { ChannelClient } from "./ports.ts";

/** The longer the queue, the more notices name the same thing: many at once are fewer calls. */
const atOnce = 2_000;
const thingsAtOnce = 50;

/** Reads again what the waiting notices of a channel name, each thing once however many notices name it. */
export async function handleNotices(ctx: ServiceContext, { channelId }: { channelId: string }): Promise<{ handled: number }> {
  requirePermission(ctx, "channels:write");
  const channel = await findChannel(ctx, channelId);
  // A paused channel catches up when it is resumed; one that lost its grant when it is authorised again.
  if (channel.state !== "active") return { handled: 0 };
  const client = ctx.ports.channelDoor.open(channel);
  const { batch } = ctx.ports.channelDoor.adapter(channel.vendor);
  let handled = 0;
  let isMore = true;
  while (isMore) {
    const waiting = await ctx.db.all(channelNotices, {
      where: and(eq(channelNotices.channelId, channelId), isNull(channelNotices.handledAt)),
      orderBy: asc(channelNotices.receivedAt),
      limit: atOnce,
    });
    const line = { channelId, client, batch, followsStock: channel.stockFromWarehouse };
    for (const part of chunks(byThing(waiting), thingsAtOnce)) await handlePart(ctx, line, part);
    handled += waiting.length;
    // What arrived since then has asked for a reading of its own.
    isMore = waiting.length === atOnce;
  }
  return { handled };
}

type Line = { channelId: string; client: ChannelClient; batch: { listings: number; orders: number }; followsStock: boolean };
type Notice = typeof channelNotices.$inferSelect;

/** The notices of each thing together, in the order in which it was first named. */
function byThing(notices: readonly Notice[]): Notice[][] {
  return [...Map.groupBy(notices, ({ about }) => `${about.kind} ${about.ref ?? ""}`).values()];
}

/** What has been read again is done with before the next part, which may meet a fault. */
async function handlePart(ctx: ServiceContext, line: Line, things: readonly Notice[][]): Promise<void> {
  const notices = things.flat();
  try {
    await reread(ctx, line, notices);
    await markHandled(ctx, line, notices, wasRead);
  } catch (error) {
    if (!(error instanceof ChannelError) || !isAboutOneThing(error.fault)) throw error;
    await rereadOneByOne(ctx, line, things);
  }
}

/** One thing that cannot be read must not hold up all that came after it. */
async function rereadOneByOne(ctx: ServiceContext, line: Line, things: readonly Notice[][]): Promise<void> {
  for (const same of things) {
    try {
      await reread(ctx, line, same);
      await markHandled(ctx, line, same, wasRead);
    } catch (error) {
      if (!(error instanceof ChannelError) || !isAboutOneThing(error.fault)) throw error;
      await markHandled(ctx, line, same, failedFor(error.message));
    }
  }
}

async function reread(ctx: ServiceContext, { channelId, client, batch }: Line, notices: readonly Notice[]): Promise<void> {
  const refsOf = (kind: string) => [
    ...new Set(notices.flatMap(({ about }) => (about.kind === kind && about.ref !== undefined ? [about.ref] : []))),
  ];
  const shipped = await Promise.all(refsOf("shipment").map((ref) => client.orderRefsOfShipment(ref)));
  const orderRefs = [...new Set([...refsOf("order"), ...shipped.flat()])];
  for (const refs of chunks(orderRefs, batch.orders)) await storeOrders(ctx, { channelId, orders: (await client.orders(refs)).found });
  for (const refs of chunks(refsOf("listing"), batch.listings)) {
    const readAtMs = ctx.clock.now();
    const { found } = await client.listings(refs, "core");
    await storeListings(ctx, { channelId, listings: found, readAtMs, hasDetails: false });
  }
  const readAtMs = ctx.clock.now();
  const questions = await Promise.all(refsOf("question").map((ref) => client.question(ref)));
  await storeQuestions(ctx, { channelId, questions: questions.filter((question) => question !== undefined), readAtMs });
}

/** Stock that was changed at the marketplace itself is set right again. */
async function markHandled(ctx: ServiceContext, { followsStock }: Line, notices: readonly Notice[], outcome: string): Promise<void> {
  const ids = notices.map((notice) => notice.id);
  const mayDiffer = followsStock && notices.some(({ about }) => about.kind === "listing");
  await mutate(ctx, {
    writes: [updateByIds(channelNotices, ids, { handledAt: ctx.clock.now(), outcome })],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "channels" }],
    ...(mayDiffer ? { asksFor: asksToTellStock(ctx.workspaceId) } : {}),
  });
}
