import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** What somebody asked an assistant to do, and what a person said to it. */
export const approvals = sqliteTable(
  "approvals",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    tool: text("tool").notNull(),
    input: text("input", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** The right whoever says yes has to hold. */
    scope: text("scope").notNull(),
    title: text("title").notNull(),
    /** What was shown would happen: where it is something else by the time of a yes, nothing is done. */
    effects: text("effects", { mode: "json" }).$type<string[]>().notNull(),
    /** The language in which the two are written. */
    locale: text("locale").notNull(),
    isDestructive: integer("is_destructive", { mode: "boolean" }).notNull(),
    /** chat, mcp, a2a or api, and the conversation, session or task there. */
    sourceKind: text("source_kind").notNull(),
    sourceId: text("source_id").notNull(),
    askedByKind: text("asked_by_kind").notNull(),
    askedById: text("asked_by_id").notNull(),
    askedBy: text("asked_by").notNull(),
    /** waiting, approved (being done), done, failed, refused. One that waits past its end has expired. */
    state: text("state").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: timeColumn("decided_at"),
    endedAt: timeColumn("ended_at"),
    result: text("result", { mode: "json" }).$type<Record<string, unknown>>(),
    /** Why it was not done, as a key of the `errors` texts. */
    failure: text("failure"),
    createdAt: timeColumn("created_at").notNull(),
    expiresAt: timeColumn("expires_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    index("approvals_workspace").on(table.workspaceId, table.id),
    index("approvals_state").on(table.workspaceId, table.state, table.id),
  ],
);
