import { and, eq, inArray } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { update, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { planChanges } from "./plan-changes.server.ts";
import { findListing } from "./read-listing.server.ts";
import { findListingChange } from "./read-listing-change.server.ts";
import { startChange } from "./request-listing-change.server.ts";
import { runListingChange } from "./run-listing-change.server.ts";
import { listingChangeSchema } from "./schemas.ts";

/** `key` names the move: whoever repeats it under the same name moves the price once. */
type PriceMoveInput = { listingId: string; fromCents: number; toCents: number; currency: string; key: string; undoOfId?: string };

/**
 * Moves one price from where it was seen to where it is wanted, and returns once the marketplace has confirmed it. Of two who
 * move the same price, the later is told that it changed; who lost its connection goes on under the same name.
 */
export async function movePrice(ctx: ServiceContext, input: PriceMoveInput): Promise<{ changeId: string; priceCents: number }> {
  requirePermission(ctx, "catalog:write");
  const changeId = `chg_${input.key}`;
  if ((await ctx.db.first(listingChanges, eq(listingChanges.id, changeId))) === undefined) await begin(ctx, changeId, input);
  await runListingChange(ctx, { changeId });
  const item = await ctx.db.first(listingChangeItems, eq(listingChangeItems.changeId, changeId));
  if (item?.state === "refused") throw new AppError("conflict", "priceMoveRefused");
  if (item?.state !== "applied" && item?.state !== "accepted") throw new AppError("conflict", "priceMoveStopped");
  return { changeId, priceCents: item.after };
}

async function begin(ctx: ServiceContext, changeId: string, input: PriceMoveInput): Promise<void> {
  const { listingId, fromCents, toCents, currency, undoOfId } = input;
  const listing = await findListing(ctx, listingId);
  if (listing.priceCents !== fromCents || (await isMoving(ctx, listingId))) throw new AppError("conflict", "priceChangedSince");
  const asked = parseInput(listingChangeSchema, { listingIds: [listingId], kind: "price", rule: "set", value: toCents, currency });
  const [plan] = await planChanges(ctx, asked);
  if (plan === undefined || plan.obstacle !== null) throw new AppError("conflict", "priceMoveRefused");
  const items = [{ listingId, channelId: listing.channelId, label: listing.title, before: fromCents, after: toCents, refusal: null }];
  // The listing's own version: of two that read it at the same moment one writes.
  const writes: Write[] = [update(listings, listing, {})];
  if (undoOfId !== undefined) writes.push(update(listingChanges, await findListingChange(ctx, undoOfId), { state: "undone" }));
  try {
    await startChange(ctx, { id: changeId, kind: "price", undoOfId: undoOfId ?? null, items, writes, isCarriedOutHere: true });
  } catch (error) {
    if (error instanceof StaleWriteError) throw new AppError("conflict", "priceChangedSince", { cause: error });
    throw error;
  }
}

async function isMoving(ctx: ServiceContext, listingId: string): Promise<boolean> {
  const waiting = await ctx.db.all(listingChangeItems, {
    where: and(eq(listingChangeItems.listingId, listingId), eq(listingChangeItems.state, "waiting")),
  });
  if (waiting.length === 0) return false;
  const ids = waiting.map(({ changeId }) => changeId);
  const underWay = and(
    inArray(listingChanges.id, ids),
    eq(listingChanges.kind, "price"),
    inArray(listingChanges.state, ["waiting", "running"]),
  );
  return (await ctx.db.count(listingChanges, underWay)) > 0;
}
