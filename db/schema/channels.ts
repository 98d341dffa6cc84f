import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** A connected marketplace account. Tokens are sealed for this row; nothing outside the tokens' own object opens them. */
export const channels = sqliteTable(
  "channels",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    vendor: text("vendor").notNull(),
    accountRef: text("account_ref").notNull(),
    site: text("site").notNull(),
    name: text("name").notNull(),
    /** active, paused, attention or disconnected. */
    state: text("state").notNull(),
    /** Why it needs attention: a text key. */
    problem: text("problem"),
    sealedTokens: text("sealed_tokens"),
    accessExpiresAt: timeColumn("access_expires_at"),
    refreshExpiresAt: timeColumn("refresh_expires_at"),
    grantEndsAt: timeColumn("grant_ends_at"),
    tokensRenewedAt: timeColumn("tokens_renewed_at"),
    /** Orders are complete up to here. */
    ordersSyncedUntil: timeColumn("orders_synced_until"),
    lastSyncAt: timeColumn("last_sync_at"),
    lastNoticeAt: timeColumn("last_notice_at"),
    /** What the vendor says of the account itself: reputation, tags, answer time. */
    account: text("account", { mode: "json" }).$type<Record<string, unknown>>(),
    accountReadAt: timeColumn("account_read_at"),
    connectedByUserId: text("connected_by_user_id"),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
    /** The marketplace is told how many the warehouses have to sell. */
    stockFromWarehouse: integer("stock_from_warehouse", { mode: "boolean" }).notNull().default(false),
    /** Set while what it brought is being erased, a stretch at a time. */
    erasingAt: timeColumn("erasing_at"),
  },
  (table) => [
    // One account feeds one workspace: a second grant would end the tokens of the first.
    uniqueIndex("channels_account")
      .on(table.vendor, table.accountRef)
      .where(sql`state <> 'disconnected'`),
    index("channels_workspace").on(table.workspaceId, table.createdAt),
    index("channels_renewal").on(table.state, table.accessExpiresAt),
  ],
);

/** A seller who is at the vendor's page right now. `id` is the SHA-256 of the state that comes back, once. */
export const channelGrants = sqliteTable(
  "channel_grants",
  {
    id: text("id").primaryKey(),
    workspaceId: workspaceColumn(),
    userId: text("user_id").notNull(),
    sessionHandle: text("session_handle").notNull(),
    vendor: text("vendor").notNull(),
    site: text("site").notNull(),
    sealedVerifier: text("sealed_verifier").notNull(),
    /** Set when a known channel is authorised again: another account must not take its place. */
    channelId: text("channel_id"),
    expiresAt: timeColumn("expires_at").notNull(),
    usedAt: timeColumn("used_at"),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
    /** When one consent covers several shops: all of them with their tokens, until the person has chosen. */
    sealedOffer: text("sealed_offer"),
  },
  (table) => [index("channel_grants_expiry").on(table.expiresAt)],
);

export type SyncCount = { done: number; total: number | null; failed: number };

/** One run of the sync: what it does, how far it is, what went wrong. */
export const syncRuns = sqliteTable(
  "sync_runs",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    channelId: text("channel_id").notNull(),
    /** first, full or recent. */
    kind: text("kind").notNull(),
    /** waiting, running, done, failed or cancelled. */
    state: text("state").notNull(),
    phase: text("phase").notNull(),
    counts: text("counts", { mode: "json" }).$type<Record<string, SyncCount>>().notNull(),
    /** The latest problems with what to do, newest last; bounded. */
    problems: text("problems", { mode: "json" }).$type<{ at: number; fault: string; text: string; retryAt: number | null }[]>().notNull(),
    /** What both sides count after a full run. */
    reconciliation: text("reconciliation", { mode: "json" }).$type<Record<string, { here: number; there: number | null }>>(),
    requestedByUserId: text("requested_by_user_id"),
    startedAt: timeColumn("started_at"),
    heartbeatAt: timeColumn("heartbeat_at"),
    finishedAt: timeColumn("finished_at"),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    index("sync_runs_channel").on(table.workspaceId, table.channelId, table.id),
    // Asked every minute across all workspaces, for runs that fell silent.
    index("sync_runs_open")
      .on(table.heartbeatAt)
      .where(sql`state in ('waiting', 'running')`),
    // Two full runs of one channel would only undo each other's pace.
    uniqueIndex("sync_runs_one_at_a_time")
      .on(table.channelId)
      .where(sql`state in ('waiting', 'running') and kind in ('first', 'full')`),
  ],
);

/** Every notice of a vendor as it arrived. `id` is derived from the vendor's own key, so a repetition is one row. */
export const channelNotices = sqliteTable(
  "channel_notices",
  {
    id: text("id").primaryKey(),
    workspaceId: workspaceColumn(),
    channelId: text("channel_id").notNull(),
    topic: text("topic").notNull(),
    about: text("about", { mode: "json" }).$type<{ kind: string; ref?: string; what?: string }>().notNull(),
    sentAt: timeColumn("sent_at").notNull(),
    receivedAt: timeColumn("received_at").notNull(),
    arrivals: integer("arrivals").notNull().default(1),
    /** Null until what it names was read again. */
    handledAt: timeColumn("handled_at"),
    outcome: text("outcome"),
  },
  (table) => [
    index("channel_notices_channel").on(table.workspaceId, table.channelId, table.receivedAt),
    index("channel_notices_waiting").on(table.handledAt, table.receivedAt),
    // Handled ones stay for a while: what waits is found without passing them.
    index("channel_notices_open")
      .on(table.workspaceId, table.channelId, table.receivedAt)
      .where(sql`handled_at is null`),
  ],
);
