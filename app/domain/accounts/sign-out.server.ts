import { mutate } from "#db/mutate.server.ts";
import type { ServiceContext, VisitorContext } from "../context.ts";
import { requirePerson } from "../context.ts";
import type { SignedIn } from "./sessions.server.ts";

/** Ends this browser's session; its other open pages are told. */
export async function signOut(visitor: VisitorContext, ctx: ServiceContext, session: SignedIn["session"]): Promise<{ cookie: string }> {
  const person = requirePerson(ctx);
  const ended = await visitor.sessions.end(session.id);
  await mutate(ctx, {
    writes: [],
    audit: { action: "session.ended", subject: { type: "session", id: session.handle, label: person.name } },
    events: [{ type: "session.revoked", handles: [session.handle] }],
  });
  return ended;
}
