import { storeListings } from "../catalog/store-listings.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { ChannelError } from "./channel-error.ts";
import type { Place } from "./ports.ts";
import { beginStep, type Step, type StepInput, type StepResult } from "./sync-step.server.ts";

/** A stretch of the listings, page by page: while one page is read and stored, the next one is asked for. */
export async function syncListings(ctx: ServiceContext, input: StepInput & { place: Place }): Promise<StepResult> {
  requirePermission(ctx, "channels:write");
  const step = await beginStep(ctx, input);
  if (step === undefined) return "stopped";
  let place = input.place;
  do {
    const page = await refsFrom(step, place);
    if (page === "begin-again") {
      step.count("listings", { done: -(step.run.counts["listings"]?.done ?? 0) });
      place = null;
      continue;
    }
    step.count("listings", { total: page.total });
    if (page.refs.length > 0) await step.pool.run(() => readPage(ctx, step, page.refs));
    place = page.next;
  } while (place !== null && !step.isFull());
  await step.pool.drained();
  await step.report("listings");
  return { next: place };
}

/** A vendor's scroll lives only minutes: after a long pause the list begins again, and rows that are there already stay. */
async function refsFrom(step: Step, place: Place) {
  try {
    return await step.client.listingRefs(place);
  } catch (error) {
    if (error instanceof ChannelError && error.fault === "place-lost" && place !== null) return "begin-again";
    throw error;
  }
}

async function readPage(ctx: ServiceContext, step: Step, refs: readonly string[]): Promise<void> {
  const readAtMs = ctx.clock.now();
  const { found } = await step.client.listings(refs, "core");
  await storeListings(ctx, { channelId: step.channel.id, listings: found, readAtMs, hasDetails: false });
  const readable = new Set(found.map((listing) => listing.listingRef)).size;
  step.count("listings", { done: readable, failed: refs.length - readable });
}
