import { and, countDistinct, eq, gte, inArray, ne, or, sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { listings } from "#db/schema/catalog.ts";
import { channels, syncRuns } from "#db/schema/channels.ts";
import { orders } from "#db/schema/orders.ts";
import { questions } from "#db/schema/service.ts";
import { updateWhere, type Write } from "#db/writes.ts";
import type { AuditAction } from "../audit/actions.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { asksToTellStock } from "../stock-changed.ts";
import { findChannel } from "./open-channel.server.ts";
import type { ChannelClient, TimeWindow } from "./ports.ts";
import { findRun, isOver, type RunRow } from "./sync-run.server.ts";
import type { StepInput, StepResult } from "./sync-step.server.ts";

/** The end of a complete run: what both sides count stands side by side, and everybody who waits for it is told. */
export async function finishSync(
  ctx: ServiceContext,
  { runId, channelId, period }: StepInput & { period: TimeWindow },
): Promise<StepResult> {
  requirePermission(ctx, "channels:write");
  const [run, channel] = await Promise.all([findRun(ctx, runId), findChannel(ctx, channelId)]);
  if (isOver(run.state) || channel.state !== "active") return "stopped";
  const isWhole = run.kind !== "recent";
  const reconciliation = isWhole ? await countBothSides(ctx, run, { client: ctx.ports.channelDoor.open(channel), period }) : null;
  const now = ctx.clock.now();
  const synced = { lastSyncAt: now, ordersSyncedUntil: period.toMs };
  await end(ctx, run, {
    set: { state: "done", phase: "done", reconciliation, finishedAt: now, heartbeatAt: now },
    writes: [updateWhere(channels, eq(channels.id, channelId), synced)],
    tellsStock: channel.stockFromWarehouse,
    ...(isWhole ? { action: "sync.finished", label: channel.name } : {}),
  });
  return { next: null };
}

/** A run that cannot go on by itself: why stands in the run, and the keepers of the workspace are told. */
export async function failSync(
  ctx: ServiceContext,
  { runId, channelId, fault, text }: StepInput & { fault: string; text: string },
): Promise<void> {
  requirePermission(ctx, "channels:write");
  const [run, channel] = await Promise.all([findRun(ctx, runId), findChannel(ctx, channelId)]);
  if (isOver(run.state)) return;
  const now = ctx.clock.now();
  const problems = [...run.problems, { at: now, fault, text, retryAt: null }].slice(-20);
  await end(ctx, run, {
    set: { state: "failed", problems, finishedAt: now },
    writes: [],
    tellsStock: false,
    ...(run.kind === "recent" ? {} : { action: "sync.failed", label: channel.name }),
  });
}

type Ending = { set: Partial<RunRow>; writes: Write[]; tellsStock: boolean; action?: AuditAction; label?: string };

async function end(ctx: ServiceContext, run: RunRow, { set, writes, tellsStock, action, label }: Ending): Promise<void> {
  const open = and(eq(syncRuns.id, run.id), inArray(syncRuns.state, ["waiting", "running"])) ?? sql`false`;
  await mutate(ctx, {
    writes: [updateWhere(syncRuns, open, set), ...writes],
    audit: action === undefined ? "mirrored" : { action, subject: { type: "channel", id: run.channelId, label: label ?? "" } },
    events: [
      { type: "data.changed", area: "channels" },
      { type: "sync.ended", channelId: run.channelId, runId: run.id, kind: run.kind, outcome: set.state ?? "failed", name: label ?? "" },
    ],
    ...(tellsStock ? { asksFor: asksToTellStock(ctx.workspaceId) } : {}),
  });
}

async function countBothSides(ctx: ServiceContext, run: RunRow, { client, period }: { client: ChannelClient; period: TimeWindow }) {
  const { channelId } = run;
  const offered = and(eq(listings.channelId, channelId), or(ne(listings.status, "closed"), gte(listings.readAt, run.createdAt)));
  const inPeriod = and(eq(orders.channelId, channelId), gte(orders.remoteUpdatedAt, period.fromMs), ne(orders.state, "cancelled"));
  const [listed, ordered, asked, ordersThere] = await Promise.all([
    ctx.db.read((orm, scope) =>
      orm
        .select({ rows: countDistinct(listings.listingRef) })
        .from(listings)
        .where(and(scope(listings), offered)),
    ),
    ctx.db.count(orders, inPeriod),
    ctx.db.count(questions, eq(questions.channelId, channelId)),
    client.countOrders(period),
  ]);
  return {
    listings: { here: listed[0]?.rows ?? 0, there: run.counts["listings"]?.total ?? null },
    orders: { here: ordered, there: ordersThere },
    questions: { here: asked, there: run.counts["questions"]?.total ?? null },
  };
}
