import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from "cloudflare:workers";
import { failSync } from "#app/domain/channels/end-sync.server.ts";
import { planSync } from "#app/domain/channels/plan-sync.server.ts";
import { type Phase, phasesOf } from "#app/domain/channels/sync-phases.server.ts";
import { type Outcome, type StepAt, takeStep } from "#app/domain/channels/take-step.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { contextForMessage, contextForSystem, createDeps } from "../context.server.ts";

export type ChannelSyncParams = { workspaceId: string; channelId: string; runId: string };

/** For trouble of our own, such as a database that is away; what a vendor does is waited for between the steps. */
const retries = { retries: { limit: 6, delay: "5 seconds", backoff: "exponential" }, timeout: "15 minutes" } as const;

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
    const { channelId, runId, workspaceId } = event.payload;
    const ctx = () => this.#context(event.payload);
    const visitor = () => contextForSystem(createDeps(this.env, this.ctx), runId);
    try {
      const plan = await step.do("plan", retries, () => planSync(ctx(), { channelId, runId }));
      if (plan === "stopped") return;
      for (const phase of phasesOf({ channelId, runId, workspaceId, visitor }, plan)) await this.#phase(step, event.payload, phase);
    } catch (error) {
      if (error instanceof Stopped) return;
      const failure = {
        fault: error instanceof Failed ? error.fault : "unexpected",
        text: error instanceof Error ? error.message : String(error),
      };
      await step.do("fail", retries, () => failSync(ctx(), { channelId, runId, ...failure }));
    }
  }

  #context({ workspaceId, runId }: ChannelSyncParams): ServiceContext {
    return contextForMessage(createDeps(this.env, this.ctx), { key: runId, workspaceId });
  }

  async #phase(step: WorkflowStep, params: ChannelSyncParams, { name, run }: Phase): Promise<void> {
    let place: string | null = null;
    let waits = 0;
    for (let part = 0; ; part += 1) {
      const at: StepAt = { runId: params.runId, place, waits };
      const outcome: Outcome = await step.do(`${name} ${part}`, retries, () => takeStep(this.#context(params), at, run));
      switch (outcome.kind) {
        case "read":
          if (outcome.next === null) return;
          place = outcome.next;
          waits = 0;
          break;
        case "wait":
          waits += 1;
          if (outcome.isLost) place = null;
          await step.sleep(`${name} wait ${part}`, outcome.waitMs);
          break;
        case "stopped":
          throw new Stopped();
        case "failed":
          throw new Failed(outcome.fault, outcome.text);
        default:
          outcome satisfies never;
      }
    }
  }
}
