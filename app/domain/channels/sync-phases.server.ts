import type { ServiceContext, VisitorContext } from "../context.ts";
import { refreshAdviceFrom } from "../selling/refresh-advice.server.ts";
import { confirmUnseen } from "./confirm-unseen.server.ts";
import { finishSync } from "./end-sync.server.ts";
import type { SyncPlan } from "./plan-sync.server.ts";
import type { Place } from "./ports.ts";
import { recoverNotices } from "./recover-notices.server.ts";
import { rereadOpenOrders } from "./reread-open-orders.server.ts";
import { syncAccount } from "./sync-account.server.ts";
import { syncDetails } from "./sync-details.server.ts";
import { syncLinks } from "./sync-links.server.ts";
import { syncListings } from "./sync-listings.server.ts";
import { syncOrders } from "./sync-orders.server.ts";
import type { StepInput, StepResult } from "./sync-step.server.ts";
import { syncQuestions, syncReviews } from "./sync-talk.server.ts";

/** One stretch of a phase, from a place on. */
export type Run = (ctx: ServiceContext, place: Place) => Promise<StepResult>;

export type Phase = { name: string; run: Run };

type Work = StepInput & { workspaceId: string; visitor: () => VisitorContext };

/** What a run reads, in its order; each phase goes on from place to place until there is none. */
export function phasesOf({ workspaceId, visitor, ...input }: Work, { kind, period, createsProducts }: SyncPlan): Phase[] {
  const isRecent = kind === "recent";
  const lists: Phase[] = [
    { name: "listings", run: (ctx, place) => syncListings(ctx, { ...input, place }) },
    { name: "unseen", run: (ctx, place) => confirmUnseen(ctx, { ...input, place }) },
  ];
  return [
    { name: "account", run: (ctx) => syncAccount(ctx, input) },
    ...(isRecent ? [{ name: "missed", run: () => recoverNotices(visitor(), { ...input, workspaceId }) }] : lists),
    { name: "link", run: (ctx, place) => syncLinks(ctx, { ...input, createMissing: createsProducts, place }) },
    { name: "orders", run: (ctx, place) => syncOrders(ctx, { ...input, period, place }) },
    ...(isRecent ? [{ name: "open-orders", run: (ctx: ServiceContext) => rereadOpenOrders(ctx, input) }] : []),
    { name: "questions", run: (ctx, place) => syncQuestions(ctx, { ...input, kind, place }) },
    { name: "details", run: (ctx) => syncDetails(ctx, { ...input, kind }) },
    { name: "reviews", run: (ctx) => syncReviews(ctx, { ...input, kind }) },
    { name: "advice", run: advise },
    { name: "finish", run: (ctx) => finishSync(ctx, { ...input, period }) },
  ];
}

async function advise(ctx: ServiceContext, place: Place): Promise<StepResult> {
  const { next } = await refreshAdviceFrom(ctx, place);
  return { next };
}
