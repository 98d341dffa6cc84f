import { eq, getTableName, type SQL, sql } from "drizzle-orm";
import type { WorkspaceTable } from "#db/client.server.ts";
import { listings } from "#db/schema/catalog.ts";
import { channelStock } from "#db/schema/channel-stock.ts";
import { channelNotices, syncRuns } from "#db/schema/channels.ts";
import { priceSightings, trendSightings } from "#db/schema/market.ts";
import { orderEvents, orderItems, orders } from "#db/schema/orders.ts";
import { recommendations, reputationDays, scoreDays } from "#db/schema/selling.ts";
import { questions, reviews } from "#db/schema/service.ts";
import { removeWhere, updateWhere, type Write } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";
import type { DomainEvent } from "../events.ts";

/** Goes by itself; what hangs on orders and listings goes before them. */
const alone = [channelStock, priceSightings, questions, reviews, recommendations, channelNotices] as const;
/** What a shop has many of. A statement that took all of them at once would be cut off by the database. */
const large = [orders, listings, ...alone] as const;

/** Some two seconds of the database, which cuts off what takes thirty. */
export const rowsAtOnce = 2_000;

export const changedByErasing: DomainEvent[] = [
  ...(["channels", "listings", "orders", "service", "selling"] as const).map((area) => ({ type: "data.changed" as const, area })),
  { type: "advice.outdated" },
];

type Place = { workspaceId: string; channelId: string };

function ofChannel(table: WorkspaceTable, { workspaceId, channelId }: Place): SQL {
  return sql`from ${sql.identifier(getTableName(table))} as own where own.workspace_id = ${workspaceId} and own.channel_id = ${channelId}`;
}

/** Whether any of its large tables holds more rows of the channel than these. */
export async function hasMoreThan(ctx: ServiceContext, channelId: string, rows: number): Promise<boolean> {
  const place = { workspaceId: ctx.workspaceId, channelId };
  const some = large.map((table) => sql`exists (select 1 ${ofChannel(table, place)} limit 1 offset ${rows})`);
  const [answer] = await ctx.db.read((orm) => orm.all<{ more: number }>(sql`select ${sql.join(some, sql` or `)} as more`));
  return answer?.more === 1;
}

/**
 * So many rows of each large table at most, orders with their lines and history, listings with the trends that named them.
 * Offers of feeds are of a code and not of this channel: they stay with the products. What is gone already costs nothing.
 */
export function erasureOf(place: Place, rows: number): Write[] {
  const some = (table: WorkspaceTable, column: SQL) => sql`(select ${column} ${ofChannel(table, place)} limit ${rows})`;
  const first = sql`(select own.id ${ofChannel(orders, place)} order by own.placed_at, own.id limit ${rows})`;
  const goods = sql`(select own.id ${ofChannel(listings, place)} order by own.id limit ${rows})`;
  return [
    removeWhere(orderEvents, sql`order_id in ${first}`),
    removeWhere(orderItems, sql`order_id in ${first}`),
    removeWhere(orders, sql`id in ${first}`),
    removeWhere(trendSightings, sql`good_id in ${goods}`),
    removeWhere(listings, sql`id in ${goods}`),
    ...alone.map((table) => removeWhere(table, sql`rowid in ${some(table, sql`own.rowid`)}`)),
  ];
}

/** All that is left of a channel whose large tables hold no more than these rows. */
export function lastErasureOf(place: Place, rows: number): Write[] {
  const { channelId } = place;
  return [
    ...erasureOf(place, rows),
    removeWhere(orderItems, eq(orderItems.channelId, channelId)),
    removeWhere(reputationDays, eq(reputationDays.channelId, channelId)),
    removeWhere(scoreDays, eq(scoreDays.channelId, channelId)),
    // The whole is made of its channels: without the last of them it is nobody's score.
    removeWhere(
      scoreDays,
      sql`channel_id = '' and not exists (select 1 from channels as other where other.workspace_id = score_days.workspace_id and other.id <> ${channelId} and other.state <> 'disconnected')`,
    ),
    updateWhere(syncRuns, eq(syncRuns.channelId, channelId), { reconciliation: null }),
  ];
}
