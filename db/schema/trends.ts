import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

export type TrendEvidence = { source: string; title: string; url: string | null; day: string };
/** What of our own a term is about; `words` are those that say so. */
export type TrendMatch = { kind: "product" | "listing"; id: string; label: string; words: string[]; percent: number };

/** What a source said of a term, one row a day. */
export const trendObservations = sqliteTable(
  "trend_observations",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    source: text("source").notNull(),
    region: text("region").notNull(),
    termKey: text("term_key").notNull(),
    term: text("term").notNull(),
    /** UTC day as YYYY-MM-DD. */
    day: text("day").notNull(),
    value: integer("value").notNull(),
    title: text("title").notNull(),
    url: text("url"),
    readAt: timeColumn("read_at").notNull(),
  },
  (table) => [
    uniqueIndex("trend_observations_once").on(table.workspaceId, table.source, table.region, table.termKey, table.day),
    index("trend_observations_day").on(table.workspaceId, table.day),
    index("trend_observations_age").on(table.day),
  ],
);

/** What became of a term in a region, as it was judged last, and what people made of it. */
export const trends = sqliteTable(
  "trends",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    region: text("region").notNull(),
    termKey: text("term_key").notNull(),
    term: text("term").notNull(),
    /** open, watched or dismissed. */
    state: text("state").notNull(),
    /** rising, falling, new or steady. */
    direction: text("direction").notNull(),
    /** Of the last week against the weeks before; null while there is nothing to compare with. */
    changePercent: integer("change_percent"),
    /** 0 to 100: how sure it is that this is no chance. */
    sureness: integer("sureness").notNull(),
    /** Higher comes first. */
    score: integer("score").notNull(),
    /** The last six weeks, oldest first; null where nobody told. */
    series: text("series", { mode: "json" }).$type<(number | null)[]>().notNull(),
    lastDay: text("last_day").notNull(),
    firstDay: text("first_day").notNull(),
    sources: text("sources", { mode: "json" }).$type<string[]>().notNull(),
    evidence: text("evidence", { mode: "json" }).$type<TrendEvidence[]>().notNull(),
    match: text("match", { mode: "json" }).$type<TrendMatch>(),
    /** A model's words for why; null while only the figures speak. */
    why: text("why"),
    judgedAt: timeColumn("judged_at").notNull(),
    decidedAt: timeColumn("decided_at"),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("trends_once").on(table.workspaceId, table.region, table.termKey),
    index("trends_score").on(table.workspaceId, table.state, table.score, table.id),
  ],
);
