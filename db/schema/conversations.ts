import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** A conversation with the house: whoever began it sees it, and the whole workspace once it is shared. */
export const conversations = sqliteTable(
  "conversations",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** user, apiKey, mcpClient or agent. */
    ownerKind: text("owner_kind").notNull(),
    ownerId: text("owner_id").notNull(),
    ownerLabel: text("owner_label").notNull(),
    title: text("title").notNull(),
    isTitleOwn: integer("is_title_own", { mode: "boolean" }).notNull(),
    isShared: integer("is_shared", { mode: "boolean" }).notNull(),
    /** A model's words for its beginning, and the turn up to which they tell it. Null while rules tell it. */
    summary: text("summary"),
    summaryUntilTurnId: text("summary_until_turn_id"),
    createdAt: timeColumn("created_at").notNull(),
    lastAskedAt: timeColumn("last_asked_at").notNull(),
    /** Put away: it can be taken back for a while. */
    removedAt: timeColumn("removed_at"),
    version: versionColumn(),
  },
  (table) => [
    index("conversations_owner").on(table.workspaceId, table.ownerKind, table.ownerId, table.lastAskedAt, table.id),
    index("conversations_shared").on(table.workspaceId, table.isShared, table.lastAskedAt, table.id),
    index("conversations_removed").on(table.removedAt),
    index("conversations_age").on(table.lastAskedAt),
  ],
);

/** One question and its answer. Turns make a tree: asked again in other words, a question has a sibling. */
export const conversationTurns = sqliteTable(
  "conversation_turns",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    conversationId: text("conversation_id").notNull(),
    /** The turn it follows; null for a first one. */
    parentId: text("parent_id"),
    /** Counted from 1 along its branch. */
    position: integer("position").notNull(),
    question: text("question").notNull(),
    /** What was asked for with chips instead of words. */
    asked: text("asked", { mode: "json" }).$type<unknown>(),
    attachments: text("attachments", { mode: "json" }).$type<unknown[]>().notNull(),
    /** What it was understood as; null where nothing was answered. */
    query: text("query", { mode: "json" }).$type<unknown>(),
    /** The answer's words, as they are searched. */
    answer: text("answer").notNull(),
    parts: text("parts", { mode: "json" }).$type<unknown[]>().notNull(),
    /** answered, refused or broken. */
    state: text("state").notNull(),
    /** rules or model. */
    source: text("source"),
    specialist: text("specialist"),
    askedById: text("asked_by_id").notNull(),
    askedByLabel: text("asked_by_label").notNull(),
    askedAt: timeColumn("asked_at").notNull(),
    endedAt: timeColumn("ended_at").notNull(),
    version: versionColumn(),
  },
  (table) => [index("conversation_turns_order").on(table.workspaceId, table.conversationId, table.askedAt, table.id)],
);

/** What was put beside a question. Its bytes are in the bucket, under the workspace's own prefix. */
export const conversationFiles = sqliteTable(
  "conversation_files",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    conversationId: text("conversation_id").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    objectKey: text("object_key").notNull(),
    /** Of a table: its columns, how many rows, and the first of them. */
    table: text("table_summary", { mode: "json" }).$type<unknown>(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    index("conversation_files_conversation").on(table.workspaceId, table.conversationId, table.id),
    uniqueIndex("conversation_files_object").on(table.objectKey),
  ],
);
