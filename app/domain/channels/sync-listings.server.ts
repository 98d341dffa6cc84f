import { and, countDistinct, eq, gte, sql } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import { storeListings } from "../catalog/store-listings.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { ChannelError } from "./channel-error.ts";
import type { Place, RefPage } from "./ports.ts";
import { noteProblem } from "./sync-run.server.ts";
import { beginStep, type Step, type StepInput, type StepResult } from "./sync-step.server.ts";

/**
 * Where a run is in its listings: how often it began the list, how many references it was given since, and the vendor's
 * place. A scroll moves on whenever it is asked, so a stretch that is repeated finds the pages of its first try gone: the
 * list is complete when as many listings were seen as the vendor counts, and is gone through again until then.
 */
type ListPlace = { pass: number; given: number; place: Place };

/** Later passes read only what the ones before missed. */
const maxShortPasses = 3;
const maxLostPasses = 20;

/** A stretch of the listings, page by page: while one page is read and stored, the next one is asked for. */
export async function syncListings(ctx: ServiceContext, input: StepInput & { place: Place }): Promise<StepResult> {
  requirePermission(ctx, "channels:write");
  const step = await beginStep(ctx, input);
  if (step === undefined) return "stopped";
  let at: ListPlace | null = readPlace(input.place);
  do {
    at = await readOn(ctx, step, at);
  } while (at !== null && !step.isFull());
  await step.pool.drained();
  const seen = await countSeen(ctx, step);
  const counted = step.counted("listings");
  step.count("listings", { done: seen - counted.done });
  await step.report("listings");
  const { pass } = readPlace(input.place);
  if (at === null && counted.total !== null && seen + counted.failed < counted.total) {
    if (pass + 1 < maxShortPasses) at = { pass: pass + 1, given: 0, place: null };
    else await noteProblem(ctx, { runId: input.runId, fault: "incomplete", text: `${seen} of ${counted.total}`, retryAt: null });
  }
  return { next: at === null ? null : JSON.stringify([at.pass, at.given, at.place]) };
}

async function readOn(ctx: ServiceContext, step: Step, at: ListPlace): Promise<ListPlace | null> {
  if (at.place === null) step.count("listings", { failed: -step.counted("listings").failed });
  const page = await pageAt(step, at);
  if (page === "lost") return { pass: at.pass + 1, given: 0, place: null };
  step.count("listings", { total: page.total });
  const given = at.given + page.refs.length;
  if (page.total !== null && given > 2 * page.total + 1_000) throw new ChannelError("malformed", { vendorText: "the list does not end" });
  if (page.refs.length > 0) await step.pool.run(() => readPage(ctx, step, { refs: page.refs, pass: at.pass }));
  return page.next === null ? null : { pass: at.pass, given, place: page.next };
}

/** A vendor's scroll lives only minutes: after a long pause the list begins again, and rows that are there already stay. */
async function pageAt(step: Step, { pass, place }: ListPlace): Promise<RefPage | "lost"> {
  try {
    return await step.client.listingRefs(place);
  } catch (error) {
    if (error instanceof ChannelError && error.fault === "place-lost" && place !== null && pass < maxLostPasses) return "lost";
    throw error;
  }
}

async function readPage(ctx: ServiceContext, step: Step, { refs, pass }: { refs: readonly string[]; pass: number }): Promise<void> {
  const known = pass === 0 ? new Set<string>() : await seenOf(ctx, step, refs);
  const missed = refs.filter((ref) => !known.has(ref));
  const readAtMs = ctx.clock.now();
  const { found } = await step.client.listings(missed, "core");
  await storeListings(ctx, { channelId: step.channel.id, listings: found, readAtMs, hasDetails: false });
  const readable = new Set(found.map((listing) => listing.listingRef)).size;
  step.count("listings", { done: readable, failed: missed.length - readable });
}

function seenInRun({ run, channel }: Step) {
  return and(eq(listings.channelId, channel.id), gte(listings.readAt, run.startedAt ?? run.createdAt));
}

async function seenOf(ctx: ServiceContext, step: Step, refs: readonly string[]): Promise<Set<string>> {
  const among = sql`${listings.listingRef} in (select value from json_each(${JSON.stringify(refs)}))`;
  const rows = await ctx.db.all(listings, { where: and(seenInRun(step), among) });
  return new Set(rows.map((row) => row.listingRef));
}

async function countSeen(ctx: ServiceContext, step: Step): Promise<number> {
  const [row] = await ctx.db.read((orm, scope) =>
    orm
      .select({ seen: countDistinct(listings.listingRef) })
      .from(listings)
      .where(and(scope(listings), seenInRun(step))),
  );
  return row?.seen ?? 0;
}

function readPlace(text: string | null): ListPlace {
  if (text === null) return { pass: 0, given: 0, place: null };
  const [pass, given, place] = JSON.parse(text) as [number, number, Place];
  return { pass, given, place };
}
