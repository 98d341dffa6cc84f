import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** What another program's agent gave us to do, and how far it is. */
export const delegations = sqliteTable(
  "delegations",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** The key it came by: no other key of the workspace learns of it. */
    ownerId: text("owner_id").notNull(),
    ownerLabel: text("owner_label").notNull(),
    /** What belongs together in one talk; the other side may have named it. */
    contextId: text("context_id").notNull(),
    state: text("state").notNull(),
    stateAt: timeColumn("state_at").notNull(),
    /** Why it ended without an answer, or what it waits for. */
    reason: text("reason"),
    question: text("question").notNull(),
    answer: text("answer").notNull(),
    outputModes: text("output_modes", { mode: "json" }).$type<string[]>().notNull(),
    statusMessage: text("status_message", { mode: "json" }).$type<unknown>(),
    history: text("history", { mode: "json" }).$type<unknown[]>().notNull(),
    artifacts: text("artifacts", { mode: "json" }).$type<unknown[]>().notNull(),
    /** Questions and the parts of their answers, for questions that follow. */
    exchanges: text("exchanges", { mode: "json" }).$type<unknown[]>().notNull(),
    /** Who works on it, and until when that is believed without hearing more. */
    runToken: text("run_token"),
    leaseUntil: timeColumn("lease_until"),
    /** The number of the newest of its events. */
    lastEvent: integer("last_event").notNull(),
    isHooked: integer("is_hooked", { mode: "boolean" }).notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    index("delegations_newest").on(table.workspaceId, table.stateAt, table.id),
    index("delegations_owner").on(table.workspaceId, table.ownerId, table.stateAt, table.id),
    index("delegations_context").on(table.workspaceId, table.ownerId, table.contextId, table.id),
    index("delegations_lease")
      .on(table.leaseUntil)
      .where(sql`lease_until is not null`),
    index("delegations_waiting")
      .on(table.state)
      .where(sql`state = 'auth-required'`),
    index("delegations_age").on(table.createdAt),
  ],
);

/** Messages by the names their senders gave them: one sent twice is the same task. */
export const delegationMessages = sqliteTable(
  "delegation_messages",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    ownerId: text("owner_id").notNull(),
    /** The message's own id, behind the task it continues. */
    messageKey: text("message_key").notNull(),
    /** Of what it says: the same name for something else is refused. */
    fingerprint: text("fingerprint").notNull(),
    delegationId: text("delegation_id").notNull(),
    createdAt: timeColumn("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("delegation_messages_once").on(table.workspaceId, table.ownerId, table.messageKey),
    index("delegation_messages_age").on(table.createdAt),
  ],
);

/** What happened to a task, in order, as whoever follows it hears it. */
export const delegationEvents = sqliteTable(
  "delegation_events",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    delegationId: text("delegation_id").notNull(),
    number: integer("number").notNull(),
    body: text("body", { mode: "json" }).$type<unknown>().notNull(),
    at: timeColumn("at").notNull(),
  },
  (table) => [
    uniqueIndex("delegation_events_order").on(table.workspaceId, table.delegationId, table.number),
    index("delegation_events_age").on(table.at),
  ],
);

/** Addresses that want to hear of a task without asking. */
export const delegationHooks = sqliteTable(
  "delegation_hooks",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    delegationId: text("delegation_id").notNull(),
    /** The name the other side knows it by. */
    name: text("name").notNull(),
    url: text("url").notNull(),
    sealedToken: text("sealed_token"),
    scheme: text("scheme"),
    sealedCredentials: text("sealed_credentials"),
    /** The number of the newest event it was told of. */
    toldUntil: integer("told_until").notNull(),
    /** While somebody tells it, nobody else does: it hears one after the other. */
    leaseUntil: timeColumn("lease_until"),
    status: integer("status"),
    failure: text("failure"),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("delegation_hooks_name").on(table.workspaceId, table.delegationId, table.name),
    index("delegation_hooks_age").on(table.createdAt),
  ],
);
