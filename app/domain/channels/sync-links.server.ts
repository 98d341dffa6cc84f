import { makeWay } from "#app/platform/make-way.ts";
import { linkListings, type LinkPlace } from "../catalog/link-listings.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { Place } from "./ports.ts";
import { beginStep, type StepInput, type StepResult } from "./sync-step.server.ts";

/** A stretch of the listings that have no product yet. A first shop makes a product of each, which takes minutes in all. */
export async function syncLinks(ctx: ServiceContext, input: StepInput & { createMissing: boolean; place: Place }): Promise<StepResult> {
  requirePermission(ctx, "channels:write");
  const step = await beginStep(ctx, input);
  if (step === undefined) return "stopped";
  const { channelId, createMissing } = input;
  let after = input.place === null ? undefined : (JSON.parse(input.place) as LinkPlace);
  do {
    await makeWay();
    ({ next: after } = await linkListings(ctx, { channelId, createMissing, after }));
  } while (after !== undefined && !step.isFull());
  await step.report("listings");
  return { next: after === undefined ? null : JSON.stringify(after) };
}
