import { and, desc, eq, gt, ne } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { storeQuestions } from "../service/store-questions.server.ts";
import { storeReviews } from "../service/store-reviews.server.ts";
import type { Place } from "./ports.ts";
import { beginStep, type StepInput, type StepResult } from "./sync-step.server.ts";
import type { RunKind } from "./sync-run.server.ts";

const recentPages = 3;
const reviewedListings = { first: 200, full: 200, recent: 30 } as const;
const reviewPages = 5;

/** What buyers asked. A recent run reads the newest pages, a full one all of them. */
export async function syncQuestions(ctx: ServiceContext, input: StepInput & { kind: RunKind; place: Place }): Promise<StepResult> {
  requirePermission(ctx, "channels:write");
  const step = await beginStep(ctx, input);
  if (step === undefined) return "stopped";
  if (input.place === null) step.reset("questions");
  let place = input.place;
  let pages = 0;
  do {
    const readAtMs = ctx.clock.now();
    const page = await step.client.questionPage(place);
    if (page.total !== null) step.count("questions", { total: page.total });
    await storeQuestions(ctx, { channelId: input.channelId, questions: page.items, readAtMs });
    step.count("questions", { done: page.items.length });
    place = page.next;
    pages += 1;
    if (input.kind === "recent" && pages >= recentPages) place = null;
  } while (place !== null && !step.isFull());
  await step.report("questions");
  return { next: place };
}

/** What buyers said of the listings that sell most. Vendors have no list of all reviews, so each listing is asked for its own. */
export async function syncReviews(ctx: ServiceContext, input: StepInput & { kind: RunKind }): Promise<StepResult> {
  requirePermission(ctx, "channels:write");
  const step = await beginStep(ctx, input);
  if (step === undefined) return "stopped";
  step.reset("reviews");
  const rows = await ctx.db.all(listings, {
    where: and(eq(listings.channelId, input.channelId), ne(listings.status, "closed"), gt(listings.sold, 0)),
    orderBy: desc(listings.sold),
    limit: reviewedListings[input.kind],
  });
  const refs = [...new Set(rows.map((row) => row.listingRef))];
  for (const ref of refs) {
    await step.pool.run(async () => {
      let place: Place = null;
      for (let page = 0; page < reviewPages; page += 1) {
        const readAtMs = ctx.clock.now();
        const { items, next } = await step.client.reviewPage(ref, place);
        await storeReviews(ctx, { channelId: input.channelId, reviews: items, readAtMs });
        step.count("reviews", { done: items.length });
        place = next;
        if (next === null) break;
      }
    });
  }
  await step.pool.drained();
  await step.report("reviews");
  return { next: null };
}
