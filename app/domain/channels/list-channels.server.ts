import { and, asc, count, desc, eq, gte, inArray, isNull, ne, sql } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import { channelNotices, channels, type SyncCount, syncRuns } from "#db/schema/channels.ts";
import { orders } from "#db/schema/orders.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { isVendor, type VendorId } from "./ports.ts";

export type RunSummary = {
  id: string;
  kind: string;
  state: string;
  phase: string;
  counts: Record<string, SyncCount>;
  problems: { at: number; fault: string; text: string; retryAt: number | null }[];
  reconciliation: Record<string, { here: number; there: number | null }> | null;
  startedAt: number | null;
  heartbeatAt: number | null;
  finishedAt: number | null;
  createdAt: number;
};

export type ChannelSummary = {
  id: string;
  vendor: VendorId;
  site: string;
  name: string;
  accountRef: string;
  state: string;
  problem: string | null;
  createdAt: number;
  tokensRenewedAt: number | null;
  accessExpiresAt: number | null;
  grantEndsAt: number | null;
  lastSyncAt: number | null;
  lastNoticeAt: number | null;
  nextSyncAt: number | null;
  /** Rows that are here. */
  listings: number;
  orders: number;
  notices24h: number;
  noticesWaiting: number;
  /** How long, on average of the last 24 hours, a notice waited until what it names was here; null without any. */
  lagMs: number | null;
  /** Runs of the last seven days. */
  runs7d: { ended: number; failed: number };
  latestRun: RunSummary | null;
  /** Since when what it brought is being erased; null when it is not. */
  erasingAt: number | null;
  /** Whether the marketplace is told how many the warehouses have to sell. */
  stockFromWarehouse: boolean;
};

const dayMs = 24 * 3_600_000;
const maxChannels = 100;

/** Every connection with its health, the oldest first; disconnected ones are left out. */
export async function listChannels(ctx: ServiceContext): Promise<{ data: ChannelSummary[]; nextCursor: null }> {
  requirePermission(ctx, "channels:read");
  const rows = await ctx.db.all(channels, {
    where: ne(channels.state, "disconnected"),
    orderBy: asc(channels.createdAt),
    limit: maxChannels,
  });
  return { data: await summaries(ctx, rows), nextCursor: null };
}

/** Connections that ended while their data was kept: it can still be read, and erased later. */
export async function listKeptChannels(ctx: ServiceContext): Promise<ChannelSummary[]> {
  requirePermission(ctx, "channels:read");
  const ended = { where: eq(channels.state, "disconnected"), orderBy: asc(channels.createdAt), limit: maxChannels };
  const all = await summaries(ctx, await ctx.db.all(channels, ended));
  return all.filter((channel) => channel.listings + channel.orders > 0 || channel.erasingAt !== null);
}

export async function summaries(ctx: ServiceContext, rows: (typeof channels.$inferSelect)[]): Promise<ChannelSummary[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const now = ctx.clock.now();
  const [listed, ordered, arrived, waiting, runs] = await ctx.db.read((orm, scope) =>
    orm.batch([
      orm
        .select({ id: listings.channelId, rows: count() })
        .from(listings)
        .where(and(scope(listings), inArray(listings.channelId, ids)))
        .groupBy(listings.channelId),
      orm
        .select({ id: orders.channelId, rows: count() })
        .from(orders)
        .where(and(scope(orders), inArray(orders.channelId, ids)))
        .groupBy(orders.channelId),
      orm
        .select({
          id: channelNotices.channelId,
          rows: count(),
          lagMs: sql<number | null>`cast(avg(${channelNotices.handledAt} - ${channelNotices.receivedAt}) as integer)`.as("lag_ms"),
        })
        .from(channelNotices)
        .where(and(scope(channelNotices), inArray(channelNotices.channelId, ids), gte(channelNotices.receivedAt, now - dayMs)))
        .groupBy(channelNotices.channelId),
      orm
        .select({ id: channelNotices.channelId, rows: count() })
        .from(channelNotices)
        .where(and(scope(channelNotices), inArray(channelNotices.channelId, ids), isNull(channelNotices.handledAt)))
        .groupBy(channelNotices.channelId),
      orm
        .select()
        .from(syncRuns)
        .where(and(scope(syncRuns), inArray(syncRuns.channelId, ids), gte(syncRuns.createdAt, now - 7 * dayMs)))
        .orderBy(desc(syncRuns.id))
        .limit(2_000),
    ]),
  );
  const numberOf = (counted: { id: string; rows: number }[], id: string) => counted.find((one) => one.id === id)?.rows ?? 0;
  return rows.flatMap((row) => {
    const { id, vendor } = row;
    if (!isVendor(vendor)) return [];
    const own = runs.filter((run) => run.channelId === id);
    const shown = own.find((run) => run.state === "running" || run.state === "waiting") ?? own[0];
    return {
      ...pick(row),
      vendor,
      nextSyncAt: row.state === "active" ? nextHourlyRun(now) : null,
      listings: numberOf(listed, id),
      orders: numberOf(ordered, id),
      notices24h: numberOf(arrived, id),
      noticesWaiting: numberOf(waiting, id),
      lagMs: arrived.find((one) => one.id === id)?.lagMs ?? null,
      runs7d: { ended: own.filter((run) => run.finishedAt !== null).length, failed: own.filter((run) => run.state === "failed").length },
      latestRun: shown === undefined ? null : toRunSummary(shown),
      erasingAt: row.erasingAt,
      stockFromWarehouse: row.stockFromWarehouse,
    };
  });
}

function pick(row: typeof channels.$inferSelect) {
  const { id, site, name, accountRef, state, problem, createdAt, tokensRenewedAt, accessExpiresAt, grantEndsAt, lastSyncAt, lastNoticeAt } =
    row;
  return { id, site, name, accountRef, state, problem, createdAt, tokensRenewedAt, accessExpiresAt, grantEndsAt, lastSyncAt, lastNoticeAt };
}

/** The schedule's minute, as in wrangler.toml. */
const hourlyMinute = 7;

function nextHourlyRun(nowMs: number): number {
  const hourMs = 3_600_000;
  const thisHour = Math.floor(nowMs / hourMs) * hourMs + hourlyMinute * 60_000;
  return thisHour > nowMs ? thisHour : thisHour + hourMs;
}

export function toRunSummary(run: typeof syncRuns.$inferSelect): RunSummary {
  const { id, kind, state, phase, counts, problems, reconciliation, startedAt, heartbeatAt, finishedAt, createdAt } = run;
  return { id, kind, state, phase, counts, problems, reconciliation, startedAt, heartbeatAt, finishedAt, createdAt };
}
