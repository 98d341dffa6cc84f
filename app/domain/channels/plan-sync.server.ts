import { products } from "#db/schema/catalog.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { findChannel } from "./open-channel.server.ts";
import type { TimeWindow } from "./ports.ts";
import { findRun, isOver, type RunKind } from "./sync-run.server.ts";
import type { StepInput } from "./sync-step.server.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** What a channel brings along when it is connected: enough to compare a quarter. */
const wholePeriodMs = 90 * dayMs;
const recentPeriodMs = 30 * dayMs;
/** Vendors cut times to the hour and clocks differ. */
const overlapMs = 2 * hourMs;

/** `createsProducts`: the catalogue is still empty, so the first channel's listings become its products. */
export type SyncPlan = { kind: RunKind; period: TimeWindow; createsProducts: boolean };

/** Decided once for a run, so that it goes on with the same question after an interruption. */
export async function planSync(ctx: ServiceContext, { runId, channelId }: StepInput): Promise<SyncPlan | "stopped"> {
  requirePermission(ctx, "channels:write");
  const [run, channel] = await Promise.all([findRun(ctx, runId), findChannel(ctx, channelId)]);
  if (isOver(run.state) || channel.state !== "active") return "stopped";
  const now = ctx.clock.now();
  const kind: RunKind = run.kind === "recent" ? "recent" : run.kind === "first" ? "first" : "full";
  const sinceLast = (channel.ordersSyncedUntil ?? 0) - overlapMs;
  // Vendors cut times to the hour; a whole hour is the same question on both sides.
  const wholeHour = (ms: number) => Math.floor(ms / hourMs) * hourMs;
  const fromMs = kind === "recent" ? Math.max(now - recentPeriodMs, sinceLast) : now - wholePeriodMs;
  const createsProducts = kind === "first" && (await ctx.db.count(products)) === 0;
  return { kind, createsProducts, period: { fromMs: wholeHour(fromMs), toMs: now } };
}
