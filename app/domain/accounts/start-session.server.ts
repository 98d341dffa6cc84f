import type { users } from "#db/schema/accounts.ts";
import { mutate } from "#db/mutate.server.ts";
import type { Actor } from "../actor.ts";
import type { VisitorContext } from "../context.ts";
import { isRole } from "./permissions.ts";

type User = typeof users.$inferSelect;

export function personActor(user: User, sessionHandle: string): Extract<Actor, { kind: "user" }> {
  const role = isRole(user.role) ? user.role : "viewer";
  return { kind: "user", userId: user.id, name: user.name, role, sessionHandle };
}

/** Opens a session for a person who has just proved who they are. */
export async function startSession(visitor: VisitorContext, user: User): Promise<{ cookie: string }> {
  const handle = visitor.ids.next("ses");
  const now = visitor.clock.now();
  const { ipAddress, userAgent } = visitor.origin;
  const started = await visitor.sessions.start({
    handle,
    userId: user.id,
    workspaceId: user.workspaceId,
    createdAt: now,
    lastSeenAt: now,
    ipAddress,
    userAgent,
  });
  const ctx = visitor.enter(user.workspaceId, personActor(user, handle));
  await mutate(ctx, {
    writes: [],
    audit: { action: "session.started", subject: { type: "session", id: handle, label: user.email } },
    events: [{ type: "member.signed-in", userId: user.id }],
  });
  visitor.logger.info({ event: "auth.signed-in", method: "password", userId: user.id });
  return started;
}
