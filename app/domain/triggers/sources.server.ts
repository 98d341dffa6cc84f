import { and, asc, desc, eq, gte, inArray, isNotNull, lte } from "drizzle-orm";
import { agentRuns, proposals } from "#db/schema/agents.ts";
import { auditLog } from "#db/schema/audit.ts";
import { channels, syncRuns } from "#db/schema/channels.ts";
import { orders } from "#db/schema/orders.ts";
import { recommendations } from "#db/schema/selling.ts";
import { questions, reviews } from "#db/schema/service.ts";
import type { ServiceContext } from "../context.ts";
import type { EventKind, Happening } from "./events.ts";
import { readAlerts, readShortPicks } from "./floor-sources.server.ts";
import { readFoundPatterns } from "./pattern-source.server.ts";
import { listingNames } from "./listing-names.server.ts";

export type Stretch = { fromMs: number; untilMs: number; limit: number };
type Source = (ctx: ServiceContext, stretch: Stretch) => Promise<Happening[]>;

/** Where what happened is kept. Of more than the limit each answers the newest, the oldest of them first. */
const sources: Record<Exclude<EventKind, "schedule">, Source> = {
  async "order-placed"(ctx, { fromMs, untilMs, limit }) {
    const where = and(gte(orders.placedAt, fromMs), lte(orders.placedAt, untilMs));
    const [rows, nameOf] = await Promise.all([ctx.db.all(orders, { where, orderBy: desc(orders.placedAt), limit }), channelNames(ctx)]);
    return rows.map((row) => ({
      id: `order:${row.id}`,
      event: "order-placed",
      atMs: row.placedAt,
      subject: { type: "order", id: row.id, label: row.orderRef },
      facts: {
        total: row.totalCents,
        units: row.units,
        channel: nameOf(row.channelId),
        currency: row.currency,
        ...(row.buyerName === null ? {} : { buyer: row.buyerName }),
      },
      same: row.channelId,
      refs: { channelId: row.channelId, orderId: row.id },
      cause: null,
    }));
  },
  async "question-asked"(ctx, { fromMs, untilMs, limit }) {
    const where = and(gte(questions.askedAt, fromMs), lte(questions.askedAt, untilMs));
    const rows = await ctx.db.all(questions, { where, orderBy: desc(questions.askedAt), limit });
    const [nameOf, titleOf] = await Promise.all([channelNames(ctx), listingNames(ctx, rows)]);
    return rows.map((row) => ({
      id: `question:${row.id}`,
      event: "question-asked",
      atMs: row.askedAt,
      subject: { type: "question", id: row.id, label: titleOf(row) },
      facts: { text: row.text, listing: titleOf(row), channel: nameOf(row.channelId) },
      same: `${row.channelId}/${row.listingRef}`,
      refs: { channelId: row.channelId },
      cause: null,
    }));
  },
  async "review-written"(ctx, { fromMs, untilMs, limit }) {
    const where = and(gte(reviews.writtenAt, fromMs), lte(reviews.writtenAt, untilMs));
    const rows = await ctx.db.all(reviews, { where, orderBy: desc(reviews.writtenAt), limit });
    const [nameOf, titleOf] = await Promise.all([channelNames(ctx), listingNames(ctx, rows)]);
    return rows.map((row) => ({
      id: `review:${row.id}`,
      event: "review-written",
      atMs: row.writtenAt,
      subject: { type: "review", id: row.id, label: titleOf(row) },
      facts: { stars: row.rating, text: `${row.title} ${row.text}`.trim(), listing: titleOf(row), channel: nameOf(row.channelId) },
      same: `${row.channelId}/${row.listingRef}`,
      refs: { channelId: row.channelId },
      cause: null,
    }));
  },
  async "advice-given"(ctx, { fromMs, untilMs, limit }) {
    const where = and(gte(recommendations.firstSeenAt, fromMs), lte(recommendations.firstSeenAt, untilMs));
    const [rows, nameOf] = await Promise.all([
      ctx.db.all(recommendations, { where, orderBy: desc(recommendations.firstSeenAt), limit }),
      channelNames(ctx),
    ]);
    return rows.map((row) => ({
      // The same advice given again after it was settled is another event.
      id: `advice:${row.id}:${row.firstSeenAt}`,
      event: "advice-given",
      atMs: row.firstSeenAt,
      subject: { type: "advice", id: row.id, label: row.subjectLabel },
      facts: { rule: row.ruleId, subject: row.subjectLabel, priority: row.priority, channel: nameOf(row.channelId) },
      same: row.subjectId,
      refs: row.channelId === "" ? {} : { channelId: row.channelId },
      cause: null,
    }));
  },
  "alert-opened": readAlerts,
  "pattern-found": readFoundPatterns,
  "pick-short": readShortPicks,
  async "sync-ended"(ctx, { fromMs, untilMs, limit }) {
    const ended = and(isNotNull(syncRuns.finishedAt), gte(syncRuns.finishedAt, fromMs), lte(syncRuns.finishedAt, untilMs));
    const [rows, nameOf] = await Promise.all([
      ctx.db.all(syncRuns, { where: ended, orderBy: desc(syncRuns.finishedAt), limit }),
      channelNames(ctx),
    ]);
    return rows.map((row) => ({
      id: `sync:${row.id}`,
      event: "sync-ended",
      atMs: row.finishedAt ?? row.createdAt,
      subject: { type: "channel", id: row.channelId, label: nameOf(row.channelId) },
      facts: { outcome: row.state, channel: nameOf(row.channelId), kind: row.kind },
      same: row.channelId,
      refs: { channelId: row.channelId },
      cause: null,
    }));
  },
  async "proposal-made"(ctx, { fromMs, untilMs, limit }) {
    const where = and(gte(proposals.createdAt, fromMs), lte(proposals.createdAt, untilMs));
    const rows = await ctx.db.all(proposals, { where, orderBy: desc(proposals.id), limit });
    return rows.map((row) => ({
      id: `proposal:${row.id}`,
      event: "proposal-made",
      atMs: row.createdAt,
      subject: { type: "proposal", id: row.id, label: row.subjectLabel },
      facts: { agent: row.agent, tool: row.tool, state: row.state, subject: row.subjectLabel, rule: row.rule },
      same: row.agent,
      refs: {},
      cause: row.runId,
    }));
  },
  async "run-ended"(ctx, { fromMs, untilMs, limit }) {
    const ended = and(
      inArray(agentRuns.state, ["done", "failed", "put-off"]),
      gte(agentRuns.endedAt, fromMs),
      lte(agentRuns.endedAt, untilMs),
    );
    const rows = await ctx.db.all(agentRuns, { where: and(ended, eq(agentRuns.mode, "live")), orderBy: desc(agentRuns.id), limit });
    return rows.map((row) => ({
      id: `run:${row.id}`,
      event: "run-ended",
      atMs: row.endedAt ?? row.createdAt,
      subject: { type: "agent", id: row.agent, label: row.agent },
      facts: { agent: row.agent, state: row.state, decisions: row.decisions, proposals: row.proposals, startedBy: row.trigger },
      same: row.agent,
      refs: {},
      cause: row.cause,
    }));
  },
  async "activity-recorded"(ctx, { fromMs, untilMs, limit }) {
    const newest = await ctx.db.all(auditLog, { where: eq(auditLog.inFeed, true), orderBy: desc(auditLog.id), limit });
    const rows = newest.filter(({ at }) => at >= fromMs && at <= untilMs);
    return rows.map((row) => ({
      id: `activity:${row.id}`,
      event: "activity-recorded",
      atMs: row.at,
      subject: { type: row.subjectType, id: row.subjectId, label: row.subjectLabel },
      facts: { action: row.action, who: row.actorLabel, subject: row.subjectLabel },
      same: row.actorId,
      refs: {},
      cause: row.requestId,
    }));
  },
};

export async function readHappenings(ctx: ServiceContext, event: Exclude<EventKind, "schedule">, stretch: Stretch): Promise<Happening[]> {
  const found = await sources[event](ctx, stretch);
  return found.toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}

async function channelNames(ctx: ServiceContext): Promise<(id: string) => string> {
  const rows = await ctx.db.all(channels, { orderBy: asc(channels.createdAt) });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "";
}
