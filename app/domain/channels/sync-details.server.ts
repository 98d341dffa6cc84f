import { and, asc, desc, eq, isNull, lt, ne, or } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import { storeListings } from "../catalog/store-listings.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { beginStep, type StepInput, type StepResult } from "./sync-step.server.ts";

const perRun = { first: 300, full: 300, recent: 60 } as const;
const freshMs = 24 * 3_600_000;
const refsAtOnce = 10;

/**
 * Quality, competition, price references and visits cost several calls a listing: each run reads those of the listings
 * that sell most among the ones not read today.
 */
export async function syncDetails(ctx: ServiceContext, input: StepInput & { kind: keyof typeof perRun }): Promise<StepResult> {
  requirePermission(ctx, "channels:write");
  const step = await beginStep(ctx, input);
  if (step === undefined) return "stopped";
  const stale = or(isNull(listings.detailsReadAt), lt(listings.detailsReadAt, ctx.clock.now() - freshMs));
  const rows = await ctx.db.all(listings, {
    where: and(eq(listings.channelId, input.channelId), ne(listings.status, "closed"), stale),
    orderBy: [asc(listings.detailsReadAt), desc(listings.sold)],
    limit: perRun[input.kind],
  });
  const refs = [...new Set(rows.map((row) => row.listingRef))];
  step.count("details", { total: (step.run.counts["details"]?.done ?? 0) + refs.length });
  for (let start = 0; start < refs.length; start += refsAtOnce) {
    const chunk = refs.slice(start, start + refsAtOnce);
    await step.pool.run(async () => {
      const readAtMs = ctx.clock.now();
      const { found } = await step.client.listings(chunk, "full");
      await storeListings(ctx, { channelId: input.channelId, listings: found, readAtMs, hasDetails: true });
      step.count("details", { done: chunk.length });
    });
    if (start % 50 === 0) await step.report("details");
  }
  await step.pool.drained();
  await step.report("details");
  return { next: null };
}
