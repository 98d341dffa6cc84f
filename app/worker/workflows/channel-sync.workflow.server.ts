import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from "cloudflare:workers";
import { linkListings } from "#app/domain/catalog/link-listings.server.ts";
import { ChannelError, passesWithTime } from "#app/domain/channels/channel-error.ts";
import { failSync, finishSync } from "#app/domain/channels/end-sync.server.ts";
import { planSync } from "#app/domain/channels/plan-sync.server.ts";
import { recoverNotices } from "#app/domain/channels/recover-notices.server.ts";
import { rereadOpenOrders } from "#app/domain/channels/reread-open-orders.server.ts";
import { syncAccount } from "#app/domain/channels/sync-account.server.ts";
import { syncDetails } from "#app/domain/channels/sync-details.server.ts";
import { syncListings } from "#app/domain/channels/sync-listings.server.ts";
import { syncOrders } from "#app/domain/channels/sync-orders.server.ts";
import { noteProblem } from "#app/domain/channels/sync-run.server.ts";
import type { StepInput, StepResult } from "#app/domain/channels/sync-step.server.ts";
import { syncQuestions, syncReviews } from "#app/domain/channels/sync-talk.server.ts";
import { refreshAdvice } from "#app/domain/selling/refresh-advice.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { contextForMessage, createDeps } from "../context.server.ts";

export type ChannelSyncParams = { workspaceId: string; channelId: string; runId: string };

const retries = { retries: { limit: 6, delay: "5 seconds", backoff: "exponential" }, timeout: "5 minutes" } as const;
/** How often a phase waits for a vendor before the run gives up; together with the waits themselves this is hours. */
const maxWaits = 60;
const minWaitMs = 2_000;

type Outcome = { result: StepResult } | { waitMs: number } | { fault: string; text: string };
type Run = (ctx: ServiceContext, place: string | null) => Promise<StepResult>;

class Stopped extends Error {}
class Failed extends Error {
  readonly fault: string;
  constructor(fault: string, text: string) {
    super(text);
    this.fault = fault;
  }
}

/**
 * Reads a whole channel. Every stretch is a step of its own and says where the next one begins: after a restart the run
 * goes on from there. A vendor that asks to wait is waited for; what only a person can mend ends the run with the reason.
 */
export class ChannelSyncWorkflow extends WorkflowEntrypoint<Env, ChannelSyncParams> {
  override async run(event: WorkflowEvent<ChannelSyncParams>, step: WorkflowStep): Promise<void> {
    const { channelId, runId } = event.payload;
    const input: StepInput = { channelId, runId };
    const ctx = () => this.#context(event.payload);
    try {
      const plan = await step.do("plan", retries, () => planSync(ctx(), input));
      if (plan === "stopped") return;
      const { kind, period, createsProducts: createMissing } = plan;
      const phase = (name: string, run: Run) => this.#phase(step, event.payload, name, run);
      await phase("account", (c) => syncAccount(c, input));
      if (kind === "recent") await phase("missed", (c) => recoverNotices(c, input));
      if (kind !== "recent") await phase("listings", (c, place) => syncListings(c, { ...input, place }));
      await step.do("link", retries, () => linkListings(ctx(), { channelId, createMissing }));
      await phase("orders", (c, place) => syncOrders(c, { ...input, period, place }));
      if (kind === "recent") await phase("open-orders", (c) => rereadOpenOrders(c, input));
      await phase("questions", (c, place) => syncQuestions(c, { ...input, kind, place }));
      await phase("details", (c) => syncDetails(c, { ...input, kind }));
      await phase("reviews", (c) => syncReviews(c, { ...input, kind }));
      await step.do("advice", retries, async () => void (await refreshAdvice(ctx())));
      await step.do("finish", retries, () => finishSync(ctx(), { ...input, period }));
    } catch (error) {
      if (error instanceof Stopped) return;
      const failure = {
        fault: error instanceof Failed ? error.fault : "unexpected",
        text: error instanceof Error ? error.message : String(error),
      };
      await step.do("fail", retries, () => failSync(ctx(), { ...input, ...failure }));
    }
  }

  #context({ workspaceId, runId }: ChannelSyncParams): ServiceContext {
    return contextForMessage(createDeps(this.env, this.ctx), { key: runId, workspaceId });
  }

  async #phase(step: WorkflowStep, params: ChannelSyncParams, name: string, run: Run): Promise<void> {
    let place: string | null = null;
    let waits = 0;
    for (let part = 0; ; part += 1) {
      const at: string | null = place;
      const outcome: Outcome = await step.do(`${name} ${part}`, retries, (): Promise<Outcome> =>
        settle(this.#context(params), params, at, run),
      );
      if ("fault" in outcome) throw new Failed(outcome.fault, outcome.text);
      if ("waitMs" in outcome) {
        waits += 1;
        if (waits > maxWaits) throw new Failed("unavailable", `${name}: waited ${waits} times`);
        await step.sleep(`${name} wait ${part}`, Math.max(minWaitMs, outcome.waitMs));
        continue;
      }
      if (outcome.result === "stopped") throw new Stopped();
      place = outcome.result.next;
      if (place === null) return;
    }
  }
}

/** Errors lose their kind on the way out of a step, so what they mean is decided inside it. */
async function settle(ctx: ServiceContext, params: ChannelSyncParams, place: string | null, run: Run): Promise<Outcome> {
  try {
    return { result: await run(ctx, place) };
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    const { fault, retryAfterMs, message: text } = error;
    if (retryAfterMs !== undefined && passesWithTime(fault)) {
      await noteProblem(ctx, { runId: params.runId, fault, text, retryAt: ctx.clock.now() + retryAfterMs });
      return { waitMs: retryAfterMs };
    }
    if (passesWithTime(fault) || fault === "token-expired" || fault === "place-lost") {
      await noteProblem(ctx, { runId: params.runId, fault, text, retryAt: null });
      throw error;
    }
    return { fault, text };
  }
}
