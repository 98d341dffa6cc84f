import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** What a site's visits of a day come to, summed as they end: one row for all of them, and one for each page, source, device… */
export const siteStatistics = sqliteTable(
  "site_statistics",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    siteId: text("site_id").notNull(),
    /** YYYY-MM-DD in the workspace's time zone, of the visit's beginning. */
    day: text("day").notNull(),
    /** all, page, landing, exit, referrer, campaign, device, browser, country or hour. */
    kind: text("kind").notNull(),
    /** Empty for all. */
    value: text("value").notNull(),
    visits: integer("visits").notNull(),
    halfHourVisits: integer("half_hour_visits").notNull(),
    pageViews: integer("page_views").notNull(),
    visibleMs: integer("visible_ms").notNull(),
    /** Visits that saw one page and left. */
    bounces: integer("bounces").notNull(),
    orders: integer("orders").notNull(),
    orderCents: integer("order_cents").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("site_statistics_once").on(table.workspaceId, table.siteId, table.kind, table.day, table.value)],
);
