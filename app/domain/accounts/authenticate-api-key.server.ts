import { eq, sql } from "drizzle-orm";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { preparedOnce, touchApiKey, type Orm } from "#db/client.server.ts";
import { apiKeys, users, workspaces } from "#db/schema/accounts.ts";
import type { Actor } from "../actor.ts";
import { looksLikeApiKey } from "./api-key-format.ts";
import { isAction, isRole, roleAllows } from "./permissions.ts";

export type KeyOwner = {
  actor: Extract<Actor, { kind: "apiKey" }>;
  workspace: typeof workspaces.$inferSelect;
  expiresAt: number | null;
  /** Set when the use is worth writing down again. */
  recordUse?: (() => Promise<void>) | undefined;
};

const lastUsedPrecisionMs = 60_000;

const ownerOfKey = preparedOnce((orm) =>
  orm
    .select({ key: apiKeys, workspace: workspaces, makerRole: users.role })
    .from(apiKeys)
    .innerJoin(workspaces, eq(workspaces.id, apiKeys.workspaceId))
    .leftJoin(users, eq(users.id, apiKeys.createdByUserId))
    .where(eq(apiKeys.keyHash, sql.placeholder("hash")))
    .prepare(),
);

/** The key, its workspace and its maker in one query. A maker who lost rights takes them from the key as well. */
export async function authenticateApiKey(orm: Orm, key: string, nowMs: number): Promise<KeyOwner | undefined> {
  if (!looksLikeApiKey(key)) return undefined;
  const [row] = await ownerOfKey(orm).all({ hash: await sha256Hex(key) });
  if (row === undefined || row.key.revokedAt !== null) return undefined;
  if (row.key.expiresAt !== null && row.key.expiresAt <= nowMs) return undefined;
  const { makerRole } = row;
  const scopes = row.key.scopes
    .filter(isAction)
    .filter((scope) => makerRole === null || (isRole(makerRole) && roleAllows(makerRole, scope)));
  const isStale = row.key.lastUsedAt === null || nowMs - row.key.lastUsedAt > lastUsedPrecisionMs;
  return {
    actor: { kind: "apiKey", keyId: row.key.id, name: row.key.name, scopes },
    workspace: row.workspace,
    expiresAt: row.key.expiresAt,
    ...(isStale ? { recordUse: () => touchApiKey(orm, row.key.id, nowMs) } : {}),
  };
}
