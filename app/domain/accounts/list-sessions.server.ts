import { and, desc, eq, gt } from "drizzle-orm";
import { sessions } from "#db/schema/accounts.ts";
import { requirePerson, type ServiceContext } from "../context.ts";

export type OwnSession = {
  handle: string;
  createdAt: number;
  lastSeenAt: number;
  ipAddress: string;
  userAgent: string;
  isCurrent: boolean;
};

/** A person's own open sessions, the newest first. */
export async function listSessions(ctx: ServiceContext): Promise<OwnSession[]> {
  const person = requirePerson(ctx);
  const open = and(eq(sessions.userId, person.userId), gt(sessions.expiresAt, Math.floor(ctx.clock.now() / 1000)));
  const rows = await ctx.db.all(sessions, { where: open, orderBy: desc(sessions.lastSeenAt), limit: 100 });
  return rows.map(({ handle, createdAt, lastSeenAt, ipAddress, userAgent }) => ({
    handle,
    createdAt,
    lastSeenAt,
    ipAddress,
    userAgent,
    isCurrent: handle === person.sessionHandle,
  }));
}
