import { DurableObject } from "cloudflare:workers";
import { signalSources } from "#app/domain/market/sources.server.ts";
import type { MarketStatus } from "#app/domain/market/stages.ts";
import { wakeAgent } from "#app/domain/market/wake-agent.server.ts";
import { mutate } from "#db/mutate.server.ts";
import { createPipeline } from "#party/market/pipeline.server.ts";
import { readStatus } from "#party/market/status.server.ts";
import { createTables } from "#party/market/storage.server.ts";
import { contextForObject, createDeps } from "./context.server.ts";

const firstRetryMs = 2_000;
const longestRetryMs = 15 * 60_000;

/**
 * One object a workspace, in which its market is watched. How far each stage is stands in its own database beside what it
 * made: whenever this ends, the next alarm goes on from there.
 */
export class MarketObject extends DurableObject<Env> {
  async wake(workspaceId: string): Promise<void> {
    this.ctx.storage.kv.put("workspaceId", workspaceId);
    await this.#wakeBy(Date.now());
  }

  status(): MarketStatus {
    createTables(this.ctx.storage.sql);
    return readStatus(this.ctx.storage.sql, Date.now());
  }

  override async alarm(): Promise<void> {
    const workspaceId = this.ctx.storage.kv.get<string>("workspaceId");
    if (workspaceId === undefined) return;
    const services = contextForObject(createDeps(this.env, this.ctx), "market", workspaceId);
    const pipeline = createPipeline(this.ctx.storage, {
      sources: signalSources.map(({ name, read }) => ({ name, read: (afterId, most) => read(services, afterId, most) })),
      wake: (one) => wakeAgent(services, one),
      nowMs: () => Date.now(),
    });
    const before = this.#doneSoFar();
    const { hasMore, hasFailed } = await pipeline.step();
    if (hasFailed) await this.#tryAgainLater();
    else this.ctx.storage.kv.put("failures", 0);
    if (hasMore) await this.#wakeBy(Date.now());
    if (this.#doneSoFar() === before && !hasFailed) return;
    await mutate(services, { writes: [], audit: "mirrored", events: [{ type: "data.changed", area: "market" }] });
  }

  #doneSoFar(): number {
    return this.status().stages.reduce((sum, { done }) => sum + done, 0);
  }

  async #tryAgainLater(): Promise<void> {
    const failures = (this.ctx.storage.kv.get<number>("failures") ?? 0) + 1;
    this.ctx.storage.kv.put("failures", failures);
    const waitMs = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures - 1, 20));
    await this.#wakeBy(Date.now() + waitMs);
  }

  async #wakeBy(atMs: number): Promise<void> {
    const planned = await this.ctx.storage.getAlarm();
    if (planned === null || planned > atMs) await this.ctx.storage.setAlarm(atMs);
  }
}
