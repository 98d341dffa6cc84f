import { Lucia, TimeSpan } from "lucia";
import type { Orm } from "#db/client.server.ts";
import type { sessions, users, workspaces } from "#db/schema/accounts.ts";
import { createSessionAdapter, touchSession } from "#db/session-adapter.server.ts";

type SessionAttributes = Omit<typeof sessions.$inferSelect, "id" | "userId" | "expiresAt">;
type PersonAttributes = { user: typeof users.$inferSelect; workspace: typeof workspaces.$inferSelect };

declare module "lucia" {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- lucia reads its types from this interface
  interface Register {
    Lucia: Lucia<SessionAttributes, PersonAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: PersonAttributes;
  }
}

export type SignedIn = PersonAttributes & {
  session: { id: string; handle: string; lastSeenAt: number };
  /** Set when the session was prolonged just now and the browser should keep it longer too. */
  cookie?: string;
};

export type SessionStore = {
  /** The person and workspace behind a request's cookie, or undefined. One query. */
  authenticate(cookieHeader: string | null): Promise<SignedIn | undefined>;
  start(session: Omit<SessionAttributes, "handle"> & { handle: string; userId: string }): Promise<{ cookie: string }>;
  end(sessionId: string): Promise<{ cookie: string }>;
  touch(sessionId: string, nowMs: number): Promise<void>;
  blankCookie(): string;
};

/** The one module that knows lucia. */
export function createSessionStore(orm: Orm, options: { secureCookies: boolean; newSecret: () => string }): SessionStore {
  const lucia = new Lucia<SessionAttributes, PersonAttributes>(createSessionAdapter(orm), {
    sessionExpiresIn: new TimeSpan(30, "d"),
    sessionCookie: { name: "entrepot_session", attributes: { secure: options.secureCookies, sameSite: "lax", path: "/" } },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
  return {
    async authenticate(cookieHeader) {
      const sessionId = lucia.readSessionCookie(cookieHeader ?? "");
      if (sessionId === null) return undefined;
      const { session, user } = await lucia.validateSession(sessionId);
      if (session === null) return undefined;
      return {
        user: user.user,
        workspace: user.workspace,
        session: { id: session.id, handle: session.handle, lastSeenAt: session.lastSeenAt },
        ...(session.fresh ? { cookie: lucia.createSessionCookie(session.id).serialize() } : {}),
      };
    },
    async start({ userId, ...attributes }) {
      const session = await lucia.createSession(userId, attributes, { sessionId: options.newSecret() });
      return { cookie: lucia.createSessionCookie(session.id).serialize() };
    },
    async end(sessionId) {
      await lucia.invalidateSession(sessionId);
      return { cookie: lucia.createBlankSessionCookie().serialize() };
    },
    touch: (sessionId, nowMs) => touchSession(orm, sessionId, nowMs),
    blankCookie: () => lucia.createBlankSessionCookie().serialize(),
  };
}
