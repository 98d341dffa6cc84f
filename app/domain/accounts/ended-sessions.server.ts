import { and, gt, inArray, isNull, or } from "drizzle-orm";
import { apiKeys, sessions } from "#db/schema/accounts.ts";
import type { ServiceContext } from "../context.ts";

const keyPrefix = "key:";

/** What stands for a session where a program is in a room with a token of its key. */
export function handleOfKey(keyId: string): string {
  return keyPrefix + keyId;
}

/** Of these sessions and keys, the ones that are no longer good: removed, revoked or run out. At most ninety at a time. */
export async function endedSessions(ctx: ServiceContext, handles: string[]): Promise<string[]> {
  const now = ctx.clock.now();
  const keyIds = handles.filter(isOfKey).map((handle) => handle.slice(keyPrefix.length));
  const people = handles.filter((handle) => !isOfKey(handle));
  const [open, keys] = await Promise.all([
    people.length === 0
      ? []
      : ctx.db.all(sessions, { where: and(inArray(sessions.handle, people), gt(sessions.expiresAt, Math.floor(now / 1000))) }),
    keyIds.length === 0
      ? []
      : ctx.db.all(apiKeys, {
          where: and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now))),
          ids: keyIds,
        }),
  ]);
  const stillOpen = new Set([...open.map((session) => session.handle), ...keys.map(({ id }) => handleOfKey(id))]);
  return handles.filter((handle) => !stillOpen.has(handle));
}

export function isOfKey(handle: string): boolean {
  return handle.startsWith(keyPrefix);
}
