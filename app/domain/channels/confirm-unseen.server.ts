import { and, asc, eq, gt, lt, ne } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import { closeListings, storeListings } from "../catalog/store-listings.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { Place } from "./ports.ts";
import { beginStep, type StepInput, type StepResult } from "./sync-step.server.ts";

const perStretch = 400;
const refsAtOnce = 20;

/**
 * After every list was read: what did not come with it is asked for by its reference, and closed only when the vendor
 * does not know it any more. A list may skip something; a listing is never closed because of that.
 */
export async function confirmUnseen(ctx: ServiceContext, input: StepInput & { place: Place }): Promise<StepResult> {
  requirePermission(ctx, "channels:write");
  const step = await beginStep(ctx, input);
  if (step === undefined) return "stopped";
  const { channelId, place } = input;
  const unseen = and(
    eq(listings.channelId, channelId),
    lt(listings.readAt, step.run.startedAt ?? step.run.createdAt),
    ne(listings.status, "closed"),
    gt(listings.listingRef, place ?? ""),
  );
  const rows = await ctx.db.all(listings, { where: unseen, orderBy: asc(listings.listingRef), limit: perStretch });
  const refs = [...new Set(rows.map((row) => row.listingRef))];
  for (let start = 0; start < refs.length; start += refsAtOnce) {
    const chunk = refs.slice(start, start + refsAtOnce);
    await step.pool.run(async () => {
      const readAtMs = ctx.clock.now();
      const { found } = await step.client.listings(chunk, "core");
      await storeListings(ctx, { channelId, listings: found, readAtMs, hasDetails: false });
      const there = new Set(found.map(keyOf));
      const gone = rows.filter((row) => chunk.includes(row.listingRef) && !there.has(keyOf(row)));
      await closeListings(ctx, { channelId, listingIds: gone.map((row) => row.id) });
    });
  }
  await step.pool.drained();
  await step.report("listings");
  return { next: rows.length < perStretch ? null : (refs.at(-1) ?? null) };
}

function keyOf({ listingRef, modelRef }: { listingRef: string; modelRef: string }): string {
  return JSON.stringify([listingRef, modelRef]);
}
