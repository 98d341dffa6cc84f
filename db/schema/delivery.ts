import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, workspaceColumn } from "./columns.ts";

/** Events written in the same batch as the rows they tell about; a dispatcher carries them to rooms and queues. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    event: text("event", { mode: "json" }).$type<{ type: string }>().notNull(),
    createdAt: timeColumn("created_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** Due again at this time; null once delivered, which keeps the index of waiting rows small. */
    dueAt: timeColumn("due_at"),
    lastError: text("last_error"),
    /** The work this event asks for and that has not begun: whoever asks for the same meanwhile is served by it too. */
    asksFor: text("asks_for"),
  },
  (table) => [
    index("outbox_due").on(table.dueAt, table.id),
    uniqueIndex("outbox_asks_for")
      .on(table.asksFor)
      .where(sql`asks_for is not null`),
  ],
);

/** Which queue messages were handled; a claim is a lease, so a crashed consumer's message is taken up again. */
export const handledMessages = sqliteTable(
  "handled_messages",
  {
    id: text("id").primaryKey(),
    leaseUntil: timeColumn("lease_until").notNull(),
    doneAt: timeColumn("done_at"),
  },
  (table) => [index("handled_messages_done").on(table.doneAt)],
);

export const deadLetters = sqliteTable(
  "dead_letters",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    queue: text("queue").notNull(),
    body: text("body").notNull(),
    reason: text("reason").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    resolvedAt: timeColumn("resolved_at"),
    resolution: text("resolution"),
    version: integer("version").notNull().default(1),
  },
  (table) => [index("dead_letters_workspace").on(table.workspaceId, table.resolvedAt, table.id)],
);

/** Answers of writes that came with an Idempotency-Key: the same key gives the same answer and one effect. */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    workspaceId: workspaceColumn(),
    key: text("key").notNull(),
    fingerprint: text("fingerprint").notNull(),
    leaseUntil: timeColumn("lease_until").notNull(),
    status: integer("status"),
    body: text("body"),
    createdAt: timeColumn("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.key] }), index("idempotency_created").on(table.createdAt)],
);
