import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

type Facts = Record<string, number | string>;
type Conditions = { match: string; conditions: { field: string; is: string; value: number | string }[] };

/** When something happens, and if it is so, then do this: made by people, without code. */
export const triggers = sqliteTable(
  "triggers",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    name: text("name").notNull(),
    /** off, on, or paused: it failed too often. */
    state: text("state").notNull(),
    event: text("event").notNull(),
    /** Only where the event is the clock. */
    schedule: text("schedule", { mode: "json" }).$type<Record<string, unknown>>(),
    conditions: text("conditions", { mode: "json" }).$type<Conditions>().notNull(),
    /** So many of the same within so long; null where one is enough. */
    repeats: text("repeats", { mode: "json" }).$type<{ times: number; withinHours: number }>(),
    actions: text("actions", { mode: "json" }).$type<unknown[]>().notNull(),
    mostPerHour: integer("most_per_hour").notNull(),
    /** What webhooks are signed with; shown once. */
    sealedSecret: text("sealed_secret"),
    /** When it was tried on past events as it is; null as long as it was not. */
    testedAt: timeColumn("tested_at"),
    /** Events from here on count. */
    onSince: timeColumn("on_since"),
    createdBy: text("created_by").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    updatedAt: timeColumn("updated_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    index("triggers_workspace").on(table.workspaceId, table.id),
    index("triggers_on")
      .on(table.workspaceId, table.event)
      .where(sql`state = 'on'`),
  ],
);

/** Each time a trigger fired: for which event, why, and what was done about it. */
export const triggerFirings = sqliteTable(
  "trigger_firings",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    triggerId: text("trigger_id").notNull(),
    eventId: text("event_id").notNull(),
    event: text("event").notNull(),
    /** When it happened, and when it was seen. */
    happenedAt: timeColumn("happened_at").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    subjectLabel: text("subject_label").notNull(),
    facts: text("facts", { mode: "json" }).$type<Facts>().notNull(),
    /** Ids of what it is about, for the tools that ask for them. */
    refs: text("refs", { mode: "json" }).$type<Record<string, string>>().notNull(),
    evidence: text("evidence", { mode: "json" }).$type<unknown[]>().notNull(),
    /** Triggers that led here, the first one first, this one last. */
    chain: text("chain", { mode: "json" }).$type<string[]>().notNull(),
    /** waiting, done, failed or stopped. */
    state: text("state").notNull(),
    /** Why it was stopped: itself, depth or rate. */
    stopped: text("stopped"),
    /** What came of each action, in their order. */
    results: text("results", { mode: "json" }).$type<unknown[]>().notNull(),
    endedAt: timeColumn("ended_at"),
    version: versionColumn(),
  },
  (table) => [
    // An event told twice, or looked at by two at once, fires a trigger once.
    uniqueIndex("trigger_firings_once").on(table.workspaceId, table.triggerId, table.eventId),
    index("trigger_firings_trigger").on(table.workspaceId, table.triggerId, table.id),
    index("trigger_firings_recent").on(table.workspaceId, table.triggerId, table.createdAt),
    index("trigger_firings_age").on(table.createdAt),
  ],
);

/** Each try to tell a webhook. */
export const triggerDeliveries = sqliteTable(
  "trigger_deliveries",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    triggerId: text("trigger_id").notNull(),
    firingId: text("firing_id").notNull(),
    url: text("url").notNull(),
    at: timeColumn("at").notNull(),
    durationMs: integer("duration_ms").notNull(),
    /** Null where no answer came. */
    status: integer("status"),
    failure: text("failure"),
  },
  (table) => [
    index("trigger_deliveries_firing").on(table.workspaceId, table.firingId, table.id),
    index("trigger_deliveries_trigger").on(table.workspaceId, table.triggerId, table.id),
    index("trigger_deliveries_age").on(table.at),
  ],
);

/** Under which conditions a tool may be used without asking a person first. */
export const toolPolicies = sqliteTable(
  "tool_policies",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    tool: text("tool").notNull(),
    name: text("name").notNull(),
    /** off or on. */
    state: text("state").notNull(),
    conditions: text("conditions", { mode: "json" }).$type<Conditions>().notNull(),
    /** So many it lets through in 24 hours. */
    mostPerDay: integer("most_per_day").notNull(),
    /** When it was tried on past proposals as it is; null as long as it was not. */
    testedAt: timeColumn("tested_at"),
    createdBy: text("created_by").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    updatedAt: timeColumn("updated_at").notNull(),
    version: versionColumn(),
  },
  (table) => [index("tool_policies_tool").on(table.workspaceId, table.tool, table.id)],
);
