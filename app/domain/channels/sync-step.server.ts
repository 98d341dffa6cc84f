import { createPool, type Pool } from "#app/platform/pool.ts";
import type { SyncCount } from "#db/schema/channels.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { type ChannelRow, findChannel } from "./open-channel.server.ts";
import { callsAtOnce, type ChannelClient, type Place } from "./ports.ts";
import { findRun, isOver, noteProgress, type RunRow, type SyncPhase } from "./sync-run.server.ts";

/** A step ends after this and goes on in the next one, so that little is lost when it is interrupted. */
const stepMs = 8_000;
const stepPages = 40;

export type StepInput = { runId: string; channelId: string };
/** `next` is where the following step goes on; null when the phase is complete. */
export type StepResult = { next: Place } | "stopped";

export type Step = {
  run: RunRow;
  channel: ChannelRow;
  client: ChannelClient;
  pool: Pool;
  /** True when the step should end and leave the rest to the next one. */
  isFull(): boolean;
  /** What the run has counted so far, this step included. */
  counted(kind: string): SyncCount;
  count(kind: string, change: { done?: number; total?: number | null; addTotal?: number; failed?: number }): void;
  /** For what is begun from its start, perhaps again: nothing is counted twice. */
  reset(kind: string): void;
  /** Says how far the run is, at once. */
  report(phase: SyncPhase): Promise<void>;
};

/** What every step begins with. Undefined when the run was stopped or its channel is no longer to be read. */
export async function beginStep(ctx: ServiceContext, { runId, channelId }: StepInput): Promise<Step | undefined> {
  requirePermission(ctx, "channels:write");
  const [run, channel] = await Promise.all([findRun(ctx, runId), findChannel(ctx, channelId)]);
  if (isOver(run.state) || channel.state !== "active") return undefined;
  const startedAtMs = ctx.clock.now();
  const counts: Record<string, SyncCount> = { ...run.counts };
  const counted = (kind: string) => counts[kind] ?? { done: 0, total: null, failed: 0 };
  let pages = 0;
  return {
    run,
    channel,
    client: ctx.ports.channelDoor.open(channel),
    pool: createPool(callsAtOnce),
    isFull() {
      pages += 1;
      return pages >= stepPages || ctx.clock.now() - startedAtMs > stepMs;
    },
    counted,
    count(kind, { done = 0, total, addTotal, failed = 0 }) {
      const known = counted(kind);
      const grown = addTotal === undefined ? known.total : (known.total ?? 0) + addTotal;
      counts[kind] = { done: known.done + done, total: total === undefined ? grown : total, failed: known.failed + failed };
    },
    reset(kind) {
      delete counts[kind];
    },
    async report(phase) {
      await noteProgress(ctx, run, { phase, counts });
      const done = Object.values(counts).reduce((sum, one) => sum + one.done, 0);
      ctx.logger.info({ event: "sync.step", runId, channelId, phase, done, durationMs: ctx.clock.now() - startedAtMs });
    },
  };
}
