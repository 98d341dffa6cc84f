import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { eq, sql } from "drizzle-orm";
import type { Adapter, DatabaseSession } from "lucia";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { type Orm, preparedOnce } from "./client.server.ts";
import { sessions, users, workspaces } from "./schema/accounts.ts";

const personOfSession = preparedOnce((orm) =>
  orm
    .select({ session: sessions, user: users, workspace: workspaces })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(workspaces, eq(workspaces.id, users.workspaceId))
    .where(eq(sessions.id, sql.placeholder("hash")))
    .prepare(),
);

/**
 * lucia's drizzle adapter, with two differences: the table holds only the SHA-256 of a session id,
 * so a leaked database opens no session; and person and workspace come with the session in one query.
 */
export function createSessionAdapter(orm: Orm): Adapter {
  const inner = new DrizzleSQLiteAdapter(orm, sessions, users);
  return {
    async getSessionAndUser(sessionId) {
      const [row] = await personOfSession(orm).all({ hash: await sha256Hex(sessionId) });
      if (row === undefined) return [null, null];
      const { id: _hash, userId, expiresAt, ...attributes } = row.session;
      const session: DatabaseSession = { id: sessionId, userId, expiresAt: new Date(expiresAt * 1000), attributes };
      return [session, { id: userId, attributes: { user: row.user, workspace: row.workspace } }];
    },
    getUserSessions: (userId) => inner.getUserSessions(userId),
    setSession: async (session) => inner.setSession({ ...session, id: await sha256Hex(session.id) }),
    updateSessionExpiration: async (sessionId, expiresAt) => inner.updateSessionExpiration(await sha256Hex(sessionId), expiresAt),
    deleteSession: async (sessionId) => inner.deleteSession(await sha256Hex(sessionId)),
    deleteUserSessions: (userId) => inner.deleteUserSessions(userId),
    deleteExpiredSessions: () => inner.deleteExpiredSessions(),
  };
}

export async function touchSession(orm: Orm, sessionId: string, nowMs: number): Promise<void> {
  await orm
    .update(sessions)
    .set({ lastSeenAt: nowMs })
    .where(eq(sessions.id, await sha256Hex(sessionId)));
}
