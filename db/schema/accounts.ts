import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** `workspace_id` repeats `id`, so that a workspace's own row is read and written like every other row of it. */
export const workspaces = sqliteTable("workspaces", {
  id: idColumn(),
  workspaceId: workspaceColumn(),
  name: text("name").notNull(),
  locale: text("locale").notNull(),
  timeZone: text("time_zone").notNull(),
  currency: text("currency").notNull(),
  onboardedAt: timeColumn("onboarded_at"),
  createdAt: timeColumn("created_at").notNull(),
  version: versionColumn(),
});

export const users = sqliteTable(
  "users",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    role: text("role").notNull(),
    /** Null follows the browser. */
    locale: text("locale"),
    theme: text("theme").notNull().default("system"),
    timeZone: text("time_zone"),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("users_email").on(table.email), index("users_workspace").on(table.workspaceId, table.name)],
);

/** `id` is the SHA-256 of the cookie's value; `handle` is what people and links name a session by. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    handle: text("handle").notNull(),
    workspaceId: workspaceColumn(),
    userId: text("user_id").notNull(),
    /** UTC seconds: the unit lucia's adapter writes. */
    expiresAt: integer("expires_at").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    lastSeenAt: timeColumn("last_seen_at").notNull(),
    ipAddress: text("ip_address").notNull(),
    userAgent: text("user_agent").notNull(),
  },
  (table) => [uniqueIndex("sessions_handle").on(table.handle), index("sessions_user").on(table.workspaceId, table.userId)],
);

/** One-time links sent by mail. `payload` holds what the link will do, never the token itself. */
export const mailTokens = sqliteTable(
  "mail_tokens",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    kind: text("kind").notNull(),
    tokenHash: text("token_hash").notNull(),
    userId: text("user_id"),
    email: text("email").notNull(),
    payload: text("payload", { mode: "json" }).$type<Record<string, string>>().notNull(),
    expiresAt: timeColumn("expires_at").notNull(),
    usedAt: timeColumn("used_at"),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("mail_tokens_hash").on(table.tokenHash), index("mail_tokens_email").on(table.email, table.kind)],
);

export const invitations = sqliteTable(
  "invitations",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    email: text("email").notNull(),
    role: text("role").notNull(),
    tokenHash: text("token_hash").notNull(),
    invitedByUserId: text("invited_by_user_id"),
    expiresAt: timeColumn("expires_at").notNull(),
    acceptedAt: timeColumn("accepted_at"),
    revokedAt: timeColumn("revoked_at"),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("invitations_token").on(table.tokenHash),
    index("invitations_email").on(table.email),
    index("invitations_workspace").on(table.workspaceId, table.createdAt),
  ],
);

export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    name: text("name").notNull(),
    /** The first characters, so that people can tell keys apart. */
    hint: text("hint").notNull(),
    keyHash: text("key_hash").notNull(),
    scopes: text("scopes", { mode: "json" }).$type<string[]>().notNull(),
    createdByUserId: text("created_by_user_id"),
    expiresAt: timeColumn("expires_at"),
    revokedAt: timeColumn("revoked_at"),
    lastUsedAt: timeColumn("last_used_at"),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("api_keys_hash").on(table.keyHash), index("api_keys_workspace").on(table.workspaceId, table.createdAt)],
);
