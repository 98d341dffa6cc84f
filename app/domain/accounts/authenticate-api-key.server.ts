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

function ownerBy(column: typeof apiKeys.keyHash | typeof apiKeys.id) {
  return preparedOnce((orm) =>
    orm
      .select({ key: apiKeys, workspace: workspaces, makerRole: users.role })
      .from(apiKeys)
      .innerJoin(workspaces, eq(workspaces.id, apiKeys.workspaceId))
      .leftJoin(users, eq(users.id, apiKeys.createdByUserId))
      .where(eq(column, sql.placeholder("value")))
      .prepare(),
  );
}

const ownerByHash = ownerBy(apiKeys.keyHash);
const ownerById = ownerBy(apiKeys.id);
type Row = Awaited<ReturnType<ReturnType<typeof ownerByHash>["all"]>>[number];

/** The key, its workspace and its maker in one query. A maker who lost rights takes them from the key as well. */
export async function authenticateApiKey(orm: Orm, key: string, nowMs: number): Promise<KeyOwner | undefined> {
  if (!looksLikeApiKey(key)) return undefined;
  const [row] = await ownerByHash(orm).all({ value: await sha256Hex(key) });
  return toOwner(orm, row, nowMs);
}

/** The same by the key's id, for tokens that were signed for it: the key itself does not come along with them. */
export async function authenticateKeyId(orm: Orm, keyId: string, nowMs: number): Promise<KeyOwner | undefined> {
  const [row] = await ownerById(orm).all({ value: keyId });
  return toOwner(orm, row, nowMs);
}

function toOwner(orm: Orm, row: Row | undefined, nowMs: number): KeyOwner | undefined {
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
