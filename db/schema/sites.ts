import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** How long each kind of data is kept, in days. */
export type Retention = { rawDays: number; sessionDays: number; interactionDays: number };

/** A shop's own web site, app or program that the SDK is built into. */
export const sites = sqliteTable(
  "sites",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    name: text("name").notNull(),
    /** Public: it stands in the shop's pages. */
    publicKey: text("public_key").notNull(),
    /** Host names batches may come from, `*.` before one takes its subdomains; empty for apps, which have no origin. */
    domains: text("domains", { mode: "json" }).$type<string[]>().notNull(),
    /** web or app. */
    kind: text("kind").notNull(),
    /** none, cookieless or full. */
    consentMode: text("consent_mode").notNull(),
    honoursPrivacySignals: integer("honours_privacy_signals", { mode: "boolean" }).notNull(),
    maskSelectors: text("mask_selectors", { mode: "json" }).$type<string[]>().notNull(),
    keptParameters: text("kept_parameters", { mode: "json" }).$type<string[]>().notNull(),
    samplePercent: integer("sample_percent").notNull(),
    sessionIdleMinutes: integer("session_idle_minutes").notNull(),
    retention: text("retention", { mode: "json" }).$type<Retention>().notNull(),
    isEnabled: integer("is_enabled", { mode: "boolean" }).notNull(),
    /** When its first and its last event came; null before. */
    firstEventAt: timeColumn("first_event_at"),
    lastEventAt: timeColumn("last_event_at"),
    createdAt: timeColumn("created_at").notNull(),
    updatedAt: timeColumn("updated_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("sites_public_key").on(table.publicKey), index("sites_workspace").on(table.workspaceId, table.id)],
);
