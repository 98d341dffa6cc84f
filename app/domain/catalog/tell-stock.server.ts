import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import { chunks } from "#app/platform/chunks.ts";
import type { Orm } from "#db/client.server.ts";
import { mutate } from "#db/mutate.server.ts";
import { channelStock } from "#db/schema/channel-stock.ts";
import { channels } from "#db/schema/channels.ts";
import { updateWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { type AppError, toAppError } from "../errors.ts";
import { readAvailability } from "../warehouse/read-availability.server.ts";
import { asksToTellStock } from "../stock-changed.ts";
import { claimStock, type Claimed, noteTold, noteUnasked, noteUntold, type Wanted } from "./note-stock-told.server.ts";
import { isVendor } from "../channels/ports.ts";
import type { WriteOutcome } from "../channels/remote.ts";
import { type Difference, stockDifferences } from "./stock-differences.server.ts";
import { stockToTell } from "./stock-to-tell.ts";

const perReading = 200;
const perCall = 20;
/** A stretch ends well before another consumer may take its message for abandoned. */
const stretchMs = 20_000;
const maxChannels = 100;

type Channel = typeof channels.$inferSelect;

/**
 * Tells every channel that follows the warehouses how many there are to sell, until each shows it: the numbers are worked
 * out again after each telling, so what changed meanwhile is told as well. Safe to repeat, also side by side.
 */
export async function tellStock(ctx: ServiceContext): Promise<void> {
  requirePermission(ctx, "channels:write");
  const where = and(eq(channels.state, "active"), eq(channels.stockFromWarehouse, true));
  const following = await ctx.db.all(channels, { where, orderBy: asc(channels.id), limit: maxChannels });
  const endsAtMs = ctx.clock.now() + stretchMs;
  // One marketplace that is slow or away keeps no other from hearing.
  const ends = await Promise.all(following.map((channel) => tellChannel(ctx, channel, endsAtMs)));
  if (ends.includes("unfinished")) await mutate(ctx, { writes: [], audit: "mirrored", asksFor: asksToTellStock(ctx.workspaceId) });
}

async function tellChannel(ctx: ServiceContext, { id }: Channel, endsAtMs: number): Promise<"done" | "unfinished"> {
  for (;;) {
    const channel = await ctx.db.first(channels, eq(channels.id, id));
    if (channel?.state !== "active" || !channel.stockFromWarehouse) return "done";
    const available = await readAvailability(ctx, null);
    const differences = await stockDifferences(ctx, { channelId: id, available, limit: perReading });
    if (differences.length === 0) {
      await settle(ctx, id);
      return "done";
    }
    const goesOn = await tellDifferences(ctx, channel, differences, endsAtMs);
    if (!goesOn) return "done";
    if (ctx.clock.now() >= endsAtMs) return "unfinished";
  }
}

/** False when the marketplace cannot be asked now. */
async function tellDifferences(
  ctx: ServiceContext,
  channel: Channel,
  differences: readonly Difference[],
  endsAtMs: number,
): Promise<boolean> {
  if (!isVendor(channel.vendor)) return false;
  const rules = ctx.ports.channelDoor.adapter(channel.vendor);
  const wanted: Wanted[] = [];
  const untold: (Difference & { reason: string })[] = [];
  for (const one of differences) {
    const { stock, reason } = stockToTell(rules, one.listing, one.available);
    if (stock !== null) wanted.push({ ...one, stock, reason });
    else if (reason !== null) untold.push({ ...one, reason });
  }
  if (untold.length > 0) await noteUntold(ctx, channel.id, untold);
  const client = ctx.ports.channelDoor.open({ ...channel, vendor: channel.vendor });
  for (const part of chunks(wanted, perCall)) {
    if (ctx.clock.now() >= endsAtMs) return true;
    const claimed = await claimStock(ctx, channel.id, part);
    const changes = claimed.map(({ listing: { listingRef, modelRef }, stock }) => ({ listingRef, modelRef, stock }));
    if (claimed.length > 0 && !(await tellClaimed(ctx, claimed, () => client.setStock(changes)))) return false;
  }
  return true;
}

async function tellClaimed(ctx: ServiceContext, claimed: readonly Claimed[], tell: () => Promise<WriteOutcome[]>): Promise<boolean> {
  try {
    await noteTold(ctx, claimed, await tell());
    return true;
  } catch (error) {
    const known = toAppError(error);
    if (known === undefined) throw error;
    await noteUnasked(ctx, claimed, { reason: reasonOf(known), text: known.message, retryAfterMs: known.retryAfterMs });
    return false;
  }
}

const passing: ReadonlySet<string> = new Set(["unavailable", "rate_limited"]);

function reasonOf(error: AppError): string {
  if (passing.has(error.code)) return "unreachable";
  return error.code === "conflict" ? "channel-ended" : "other";
}

/** What was to be tried again and shows the right number by now needs no other try. */
async function settle(ctx: ServiceContext, channelId: string): Promise<void> {
  const overdue = and(eq(channelStock.channelId, channelId), lte(channelStock.dueAt, ctx.clock.now()));
  if (overdue === undefined || (await ctx.db.count(channelStock, overdue)) === 0) return;
  const set = { state: "told", reason: null, lastError: null, attempts: 0, dueAt: null };
  await mutate(ctx, { writes: [updateWhere(channelStock, overdue, set)], audit: "mirrored" });
}

/** Where something is to be tried again by now. */
export async function workspacesWithUntoldStock(orm: Orm, nowMs: number): Promise<string[]> {
  const rows = await orm
    .selectDistinct({ workspaceId: channelStock.workspaceId })
    .from(channelStock)
    .innerJoin(channels, and(eq(channels.id, channelStock.channelId), eq(channels.state, "active")))
    .where(and(isNotNull(channelStock.dueAt), lte(channelStock.dueAt, nowMs)));
  return rows.map((row) => row.workspaceId);
}
