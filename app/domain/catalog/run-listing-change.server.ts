import { and, asc, eq, type SQL } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { listings } from "#db/schema/catalog.ts";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { update, updateWhere, type Write } from "#db/writes.ts";
import { openChannel } from "../channels/open-channel.server.ts";
import type { ChannelClient } from "../channels/ports.ts";
import { onSale, type WriteOutcome } from "../channels/remote.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { findListingChange, type ListingChangeRecord } from "./read-listing-change.server.ts";

const itemsPerCall = 20;
/** A stretch ends well before another consumer may take its message for abandoned. */
const stretchMs = 20_000;

type ListingRecord = typeof listings.$inferSelect;
type Item = typeof listingChangeItems.$inferSelect;
type Told = {
  item: Item;
  listing: ListingRecord | undefined;
  outcome: WriteOutcome["kind"];
  value: number;
  reason: string;
  vendorText: string;
};

/**
 * Carries a change out, a few listings of one channel at a time and a stretch of seconds a message; the next stretch is asked
 * for in the same batch that ends this one. Only waiting items are touched, so a stretch that was cut off or is told twice goes
 * on where the last one stood. A marketplace that is down for a while leaves them waiting, and the queue comes back.
 */
export async function runListingChange(ctx: ServiceContext, input: { changeId: string; stretch?: number | undefined }): Promise<void> {
  requirePermission(ctx, "catalog:write");
  let change = await findListingChange(ctx, input.changeId);
  const endsAtMs = ctx.clock.now() + stretchMs;
  const isOurs = () => isUnderWay(change) && change.stretch === (input.stretch ?? 0);
  while (isOurs()) {
    const items = await nextItems(ctx, change.id);
    if (items.length === 0) {
      await finish(ctx, change);
      return;
    }
    change = await record(ctx, change, await carryOut(ctx, change, items));
    if (isOurs() && ctx.clock.now() >= endsAtMs) {
      await passOn(ctx, change);
      return;
    }
  }
}

function isUnderWay({ state }: ListingChangeRecord): boolean {
  return state === "waiting" || state === "running";
}

async function finish(ctx: ServiceContext, change: ListingChangeRecord): Promise<void> {
  await mutate(ctx, {
    writes: [update(listingChanges, change, { state: "done", finishedAt: ctx.clock.now() })],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "listings" }],
  });
}

async function passOn(ctx: ServiceContext, change: ListingChangeRecord): Promise<void> {
  const stretch = change.stretch + 1;
  await mutate(ctx, {
    writes: [update(listingChanges, change, { stretch })],
    audit: "mirrored",
    events: [{ type: "listing-change.requested", changeId: change.id, stretch }],
  });
}

/** The next waiting items, as far as they belong to one channel. */
async function nextItems(ctx: ServiceContext, changeId: string): Promise<Item[]> {
  const waiting = and(eq(listingChangeItems.changeId, changeId), eq(listingChangeItems.state, "waiting"));
  const read = (where: SQL | undefined, limit: number) =>
    ctx.db.all(listingChangeItems, { where, orderBy: asc(listingChangeItems.id), limit });
  const [first] = await read(waiting, 1);
  return first === undefined ? [] : read(and(waiting, eq(listingChangeItems.channelId, first.channelId)), itemsPerCall);
}

async function carryOut(ctx: ServiceContext, change: ListingChangeRecord, items: Item[]): Promise<Told[]> {
  const ids = items.map((item) => item.listingId);
  const rows = await ctx.db.all(listings, { ids, limit: ids.length });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const told = (item: Item, reason: string, vendorText = ""): Told => {
    return { item, listing: byId.get(item.listingId), outcome: "refused", value: item.before, reason, vendorText };
  };
  const known = items.flatMap((item) => {
    const listing = byId.get(item.listingId);
    return listing === undefined ? [] : [{ item, listing }];
  });
  const gone = items.filter((item) => !byId.has(item.listingId)).map((item) => told(item, "not-found"));
  if (known.length === 0) return gone;
  try {
    const { client } = await openChannel(ctx, items[0]?.channelId ?? "");
    const outcomes = await ask(client, change.kind, known);
    return [...gone, ...known.map(({ item, listing }) => toldOf(item, listing, outcomes))];
  } catch (error) {
    const { reason, vendorText } = refusalOf(error);
    return [...gone, ...known.map(({ item }) => told(item, reason, vendorText))];
  }
}

type Known = { item: Item; listing: ListingRecord };

function ask(client: ChannelClient, kind: string, known: readonly Known[]): Promise<WriteOutcome[]> {
  const refOf = ({ listingRef, modelRef }: ListingRecord) => ({ listingRef, modelRef });
  if (kind === "status") {
    return client.setStatus(
      known.map(({ item, listing }) => ({ ...refOf(listing), status: item.after === onSale ? ("active" as const) : ("paused" as const) })),
    );
  }
  if (kind === "stock") return client.setStock(known.map(({ item, listing }) => ({ ...refOf(listing), stock: item.after })));
  return client.setPrice(known.map(({ item, listing }) => ({ ...refOf(listing), priceCents: item.after, currency: listing.currency })));
}

function toldOf(item: Item, listing: ListingRecord, outcomes: readonly WriteOutcome[]): Told {
  const outcome = outcomes.find((one) => one.listingRef === listing.listingRef && one.modelRef === listing.modelRef);
  const base = { item, listing, value: item.after, reason: "", vendorText: "" };
  if (outcome === undefined) return { ...base, outcome: "refused", reason: "other" };
  if (outcome.kind === "applied") return { ...base, outcome: "applied", value: outcome.value };
  if (outcome.kind === "accepted") return { ...base, outcome: "accepted" };
  return { ...base, outcome: "refused", reason: outcome.reason, vendorText: outcome.vendorText.slice(0, 300) };
}

const passing: ReadonlySet<string> = new Set(["unavailable", "rate_limited"]);
const ownReasons: Readonly<Record<string, string>> = {
  channelPaused: "channel-paused",
  channelGrantEnded: "channel-ended",
  channelNotFound: "channel-ended",
  channelThingNotFound: "not-found",
};

/** What passes with time is thrown on, and the queue asks again; everything else is the items' own refusal. */
function refusalOf(error: unknown): { reason: string; vendorText: string } {
  if (!(error instanceof AppError) || passing.has(error.code)) throw error;
  const vendorText = "vendorText" in error && typeof error.vendorText === "string" ? error.vendorText : "";
  return { reason: ownReasons[error.reason] ?? "other", vendorText };
}

/** Somebody may cancel meanwhile: what the marketplace was already told is written down all the same. */
async function record(ctx: ServiceContext, change: ListingChangeRecord, told: readonly Told[]): Promise<ListingChangeRecord> {
  try {
    return await recordOnce(ctx, change, told);
  } catch (error) {
    if (!(error instanceof StaleWriteError)) throw error;
    return recordOnce(ctx, await findListingChange(ctx, change.id), told);
  }
}

async function recordOnce(ctx: ServiceContext, change: ListingChangeRecord, told: readonly Told[]): Promise<ListingChangeRecord> {
  const refused = told.filter((one) => one.outcome === "refused").length;
  const progress = {
    state: isUnderWay(change) ? "running" : change.state,
    applied: change.applied + told.length - refused,
    refused: change.refused + refused,
  };
  const now = ctx.clock.now();
  await mutate(ctx, {
    writes: [
      update(listingChanges, change, progress),
      ...told.map((one) => itemWrite(one, now)),
      ...told.flatMap((one) => mirrorWrite(change.kind, one, now)),
    ],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "listings" }],
  });
  return { ...change, ...progress, version: change.version + 1 };
}

function itemWrite({ item, outcome, reason, vendorText }: Told, now: number): Write {
  return updateWhere(listingChangeItems, eq(listingChangeItems.id, item.id), {
    state: outcome,
    reason: reason || null,
    vendorText: vendorText || null,
    finishedAt: now,
  });
}

/** What the vendor confirmed is shown at once; a reading from before it must not bring the old value back. */
function mirrorWrite(kind: string, { listing, outcome, value }: Told, now: number): Write[] {
  if (listing === undefined || outcome !== "applied") return [];
  if (kind === "status") {
    const whole = and(eq(listings.channelId, listing.channelId), eq(listings.listingRef, listing.listingRef));
    const status = value === onSale ? "active" : "paused";
    return whole === undefined ? [] : [updateWhere(listings, whole, { status, statusReasons: [], readAt: now })];
  }
  const set = kind === "stock" ? { stock: value } : { priceCents: value };
  return [updateWhere(listings, eq(listings.id, listing.id), { ...set, readAt: now })];
}
