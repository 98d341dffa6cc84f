import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { channelStock } from "#db/schema/channel-stock.ts";
import { listings } from "#db/schema/catalog.ts";
import { DuplicateRowError, StaleWriteError } from "#db/write-errors.ts";
import { insert, update, updateWhere, type Write } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";
import type { WriteOutcome } from "../channels/remote.ts";
import type { Difference, KnownStock } from "./stock-differences.server.ts";
import { nextTryMs } from "./stock-to-tell.ts";
import { whileActive } from "../channels/while-active.server.ts";

/** Longer than a marketplace's answers may take: a telling that was cut off is taken up again after this. */
const leaseMs = 180_000;
/** A refusal that nothing seems to have changed is tried again all the same. */
const refusedForMs = 6 * 3_600_000;
/** What passes with time although the marketplace answered. */
const passing: ReadonlySet<string> = new Set(["try-later", "stale-version"]);
const maxErrorChars = 300;

type Values = Pick<KnownStock, "state" | "reason" | "dueAt"> & Partial<KnownStock>;
/** `reason` says why it is another number than can be sold. */
export type Wanted = Difference & { stock: number; reason: string | null };
export type Claimed = Wanted & { version: number };

/** Only who claims a listing tells it, so that an older number never lands after a newer one. Nothing when somebody was first. */
export async function claimStock(ctx: ServiceContext, channelId: string, wanted: readonly Wanted[]): Promise<Claimed[]> {
  const values: Values = { state: "telling", reason: null, dueAt: ctx.clock.now() + leaseMs };
  const writes = [whileActive(channelId), ...wanted.map((one) => decisionWrite(ctx, channelId, one, values))];
  if (!(await isWritten(ctx, writes))) return [];
  return wanted.map((one) => ({ ...one, version: (one.known?.version ?? 0) + 1 }));
}

/** Listings of which there is nothing to tell. */
export async function noteUntold(
  ctx: ServiceContext,
  channelId: string,
  untold: readonly (Difference & { reason: string })[],
): Promise<void> {
  const dueAt = ctx.clock.now() + refusedForMs;
  const writes = untold.map((one) => {
    return decisionWrite(ctx, channelId, one, { state: "refused", reason: one.reason, lastError: null, attempts: 0, dueAt });
  });
  await isWritten(ctx, [whileActive(channelId), ...writes]);
}

/** What became of each, and what the marketplace confirmed is shown at once. */
export async function noteTold(ctx: ServiceContext, claimed: readonly Claimed[], outcomes: readonly WriteOutcome[]): Promise<void> {
  const now = ctx.clock.now();
  const writes = claimed.flatMap((one) => {
    const { id, listingRef, modelRef } = one.listing;
    const outcome = outcomes.find((some) => some.listingRef === listingRef && some.modelRef === modelRef);
    const row = update(channelStock, { id, version: one.version }, valuesOf(one, outcome, now));
    if (outcome?.kind !== "applied") return [row];
    return [row, updateWhere(listings, eq(listings.id, id), { stock: outcome.value, readAt: now })];
  });
  await isWritten(ctx, writes);
}

/** The marketplace could not be asked: all of them are tried again later. */
export async function noteUnasked(
  ctx: ServiceContext,
  claimed: readonly Claimed[],
  why: { reason: string; text: string; retryAfterMs?: number | undefined },
): Promise<void> {
  const now = ctx.clock.now();
  const writes = claimed.map(({ listing, version, known }) => {
    const attempts = (known?.attempts ?? 0) + 1;
    const dueAt = now + nextTryMs(attempts, why.retryAfterMs);
    const lastError = why.text.slice(0, maxErrorChars);
    return update(channelStock, { id: listing.id, version }, { state: "failing", reason: why.reason, lastError, attempts, dueAt });
  });
  await isWritten(ctx, writes);
}

function valuesOf(one: Claimed, outcome: WriteOutcome | undefined, now: number): Values {
  if (outcome !== undefined && outcome.kind !== "refused") {
    const toldStock = outcome.kind === "applied" ? outcome.value : one.stock;
    // Taken as another number, it would be told again and again.
    const reason = toldStock === one.stock ? one.reason : "other";
    const told = { toldStock, toldAt: now, attempts: 0, lastError: null, reason };
    return reason === null ? { ...told, state: "told", dueAt: null } : { ...told, state: "refused", dueAt: now + refusedForMs };
  }
  const reason = outcome?.reason ?? "other";
  const attempts = (one.known?.attempts ?? 0) + 1;
  const refusal = { reason, attempts, lastError: outcome?.vendorText.slice(0, maxErrorChars) || null };
  return passing.has(reason)
    ? { ...refusal, state: "failing", dueAt: now + nextTryMs(attempts) }
    : { ...refusal, state: "refused", dueAt: now + refusedForMs };
}

function decisionWrite(ctx: ServiceContext, channelId: string, { listing, known, available }: Difference, values: Values): Write {
  const set = { ...values, wanted: available, decidedAt: ctx.clock.now() };
  return known === null ? insert(channelStock, { id: listing.id, channelId, ...set }) : update(channelStock, known, set);
}

/** False when somebody else wrote one of the rows meanwhile, or the channel was stopped: then nothing is written. */
async function isWritten(ctx: ServiceContext, writes: Write[]): Promise<boolean> {
  try {
    await mutate(ctx, { writes, audit: "mirrored", events: [{ type: "data.changed", area: "listings" }] });
    return true;
  } catch (error) {
    if (error instanceof StaleWriteError || error instanceof DuplicateRowError) return false;
    throw error;
  }
}
