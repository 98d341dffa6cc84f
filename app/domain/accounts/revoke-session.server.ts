import { and, eq, ne, type SQL } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { sessions } from "#db/schema/accounts.ts";
import { removeWhere } from "#db/writes.ts";
import { requirePerson, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { byIdSchema } from "./schemas.ts";

/** Ends one of the person's own sessions, or all but the one they are using. Open pages of it close at once. */
export async function revokeSession(ctx: ServiceContext, input: { id: string }): Promise<{ revoked: number }> {
  const person = requirePerson(ctx);
  const { id } = parseInput(byIdSchema, input);
  const own = eq(sessions.userId, person.userId);
  const which = id === "others" ? ne(sessions.handle, person.sessionHandle) : eq(sessions.handle, id);
  const where: SQL = and(own, which) ?? own;
  const ended = await ctx.db.all(sessions, { where });
  if (ended.length === 0) {
    if (id === "others") return { revoked: 0 };
    throw notFound("session");
  }
  await mutate(ctx, {
    writes: [removeWhere(sessions, where)],
    audit: ended.map((session) => ({
      action: "session.revoked" as const,
      subject: { type: "session", id: session.handle, label: person.name },
      before: { ipAddress: session.ipAddress, userAgent: session.userAgent },
    })),
    events: [{ type: "session.revoked", handles: ended.map((session) => session.handle) }],
  });
  return { revoked: ended.length };
}
