import { DurableObject } from "cloudflare:workers";
import { brains } from "#app/ai/agents/brains.server.ts";
import { performRun } from "#app/ai/agents/perform-run.server.ts";
import { toolbox } from "#app/ai/tools/toolbox.server.ts";
import { findAgent } from "#app/domain/agents/agent-row.server.ts";
import { applyProposal, giveUpProposal, takeBackProposal } from "#app/domain/agents/apply-proposal.server.ts";
import { endRun } from "#app/domain/agents/end-run.server.ts";
import type { AgentKind } from "#app/domain/agents/kinds.ts";
import { createLookMeter, type LookMeter } from "#app/domain/agents/look-meter.ts";
import type { AgentHealth, AgentJob } from "#app/domain/agents/ports.ts";
import type { RunFailure } from "#app/domain/agents/run-row.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { toAppError } from "#app/domain/errors.ts";
import {
  afterFailure,
  afterSuccess,
  breakerState,
  closedBreaker,
  type KeptBreaker,
  type KeptBreakerPolicy,
} from "#app/platform/kept-breaker.ts";
import { type BucketState, type RatePolicy, take, tokensLeft } from "#app/platform/rate-limit/token-bucket.ts";
import { type AgentQueue, openAgentQueue, type QueuedJob, shownQueue } from "#party/agent/storage.server.ts";
import { contextForAgent, createDeps } from "./context.server.ts";

type Place = { workspaceId: string; agent: AgentKind };

const maxAttempts = 5;
const firstRetryMs = 2_000;
const breakerPolicy: KeptBreakerPolicy = { threshold: 3, openMs: 30_000, longestMs: 15 * 60_000 };

/**
 * One object for each agent of a workspace: one piece of work at a time, the most urgent first, as fast as its bucket fills.
 * Bucket, circuit and queue are written down here, so that neither sleep nor restart hands out a second burst.
 */
export class AgentObject extends DurableObject<Env> {
  readonly #queue: AgentQueue = openAgentQueue(this.ctx.storage.sql);
  #meter: LookMeter | undefined;

  async ask(place: Place, job: AgentJob): Promise<void> {
    this.ctx.storage.kv.put("place", place);
    const now = Date.now();
    this.#queue.add(job, now);
    await this.#wakeBy(now);
  }

  async health(place: Place): Promise<AgentHealth> {
    const now = Date.now();
    const breaker = this.#breaker();
    const policy = await limitsOf(this.#services(place), place.agent);
    const tokens = tokensLeft(this.#bucket(), policy, now);
    const looking = this.#meter?.shown() ?? null;
    return { tokens, circuit: breakerState(breaker, now), retryAtMs: breaker.openUntilMs, looking, queue: shownQueue(this.#queue) };
  }

  override async alarm(): Promise<void> {
    const place = this.ctx.storage.kv.get<Place>("place");
    const job = this.#queue.next(Date.now());
    if (place === undefined || job === undefined) return this.#wakeForNext();
    const services = this.#services(place, job.id);
    const policy = await limitsOf(services, place.agent);
    const waitMs = this.#mustWaitMs(policy);
    if (waitMs > 0) return this.#wakeBy(Date.now() + waitMs);
    this.#queue.begin(job);
    try {
      await this.#perform(services, job, policy);
      this.#queue.end(job);
      this.ctx.storage.kv.put("breaker", afterSuccess());
    } catch (error) {
      await this.#failed(services, job, error);
    }
    return this.#wakeForNext();
  }

  #perform(services: ServiceContext, job: QueuedJob, policy: RatePolicy): Promise<void> {
    switch (job.kind) {
      case "run":
        return this.#look(services, job.id, policy);
      case "apply":
        return applyProposal(services, job.id, toolbox);
      case "undo":
        return takeBackProposal(services, job.id, toolbox);
      default:
        return job.kind satisfies never;
    }
  }

  /** Whoever watches sees how far it is, once a second; that is worth no row, and lost when nobody hears it. */
  async #look(services: ServiceContext, runId: string, policy: RatePolicy): Promise<void> {
    const { workspaceId, ids } = services;
    const changed = { type: "data.changed", area: "agents" } as const;
    const meter = createLookMeter({
      runId,
      now: Date.now,
      tell: () => services.onCommitted([{ id: ids.next("evt"), workspaceId, event: changed }]),
    });
    const mayLook = () => {
      const { allowed } = this.#take(policy);
      if (allowed) meter.note();
      return allowed;
    };
    this.#meter = meter;
    try {
      await performRun(services, runId, { mayLook, looksAhead: meter.ahead });
    } finally {
      this.#meter = undefined;
    }
  }

  async #failed(services: ServiceContext, job: QueuedJob, error: unknown): Promise<void> {
    const known = toAppError(error);
    const attempts = job.attempts + 1;
    services.logger.warn({ event: "agent.job-failed", job: `${job.kind}:${job.id}`, attempts, error });
    // That somebody else was faster says nothing about whether others answer.
    if (known?.code !== "conflict") this.ctx.storage.kv.put("breaker", afterFailure(this.#breaker(), breakerPolicy, Date.now()));
    if (attempts < maxAttempts) {
      this.#queue.putOff(job, Date.now() + firstRetryMs * 2 ** (attempts - 1) * (0.75 + Math.random() / 2));
      return;
    }
    this.#queue.end(job);
    if (job.kind === "run") await endRun(services, { id: job.id, state: "failed", failure: failureOf(known?.code) });
    else await giveUpProposal(services, job.id, toolbox);
  }

  /** 0 when something may be done now, which then has taken its token. */
  #mustWaitMs(policy: RatePolicy): number {
    const now = Date.now();
    const breaker = this.#breaker();
    if (breakerState(breaker, now) === "open") return (breaker.openUntilMs ?? now) - now;
    return this.#take(policy).retryAfterMs;
  }

  #take(policy: RatePolicy) {
    const { state, decision } = take(this.#bucket(), policy, Date.now());
    this.ctx.storage.kv.put("bucket", state);
    return decision;
  }

  #bucket(): BucketState | undefined {
    return this.ctx.storage.kv.get<BucketState>("bucket");
  }

  #breaker(): KeptBreaker {
    return this.ctx.storage.kv.get<KeptBreaker>("breaker") ?? closedBreaker;
  }

  #services({ workspaceId, agent }: Place, jobId?: string): ServiceContext {
    const scopes = [...brains[agent].scopes, "agents:read"] as const;
    const actor = { kind: "agent", agentId: agent, name: names[agent], scopes } as const;
    return contextForAgent(createDeps(this.env, this.ctx), workspaceId, actor, jobId);
  }

  async #wakeForNext(): Promise<void> {
    const due = this.#queue.earliestDueMs();
    if (due !== undefined) await this.#wakeBy(Math.max(due, Date.now()));
  }

  async #wakeBy(atMs: number): Promise<void> {
    const planned = await this.ctx.storage.getAlarm();
    if (planned === null || planned > atMs) await this.ctx.storage.setAlarm(atMs);
  }
}

/** As the audit log names them. */
const names: Record<AgentKind, string> = {
  optimizer: "Optimizer",
  sync: "Sync",
  "warehouse-manager": "Warehouse Manager",
  "copy-master": "CopyMaster",
  "price-watch": "Price Watch",
  "global-trends": "Global Trends",
  "review-gaps": "Review Gap Analyzer",
};

/** As its people have set it, even while it works. */
async function limitsOf(services: ServiceContext, kind: AgentKind): Promise<RatePolicy> {
  const { burst, ratePerMinute } = await findAgent(services, kind);
  return { name: "agent", capacity: burst, refillPerSecond: ratePerMinute / 60 };
}

function failureOf(code: string | undefined): RunFailure {
  if (code === "conflict") return "changed";
  return code === "unavailable" || code === "rate_limited" ? "unavailable" : "fault";
}
