import { and, eq, gt, isNull, or } from "drizzle-orm";
import { apiKeys } from "#db/schema/accounts.ts";
import { currentRoles } from "../accounts/current-roles.server.ts";
import { endedSessions } from "../accounts/ended-sessions.server.ts";
import { type Actor, actorAllows } from "../actor.ts";
import type { ServiceContext } from "../context.ts";

export type PersonOrKey = Extract<Actor, { kind: "user" | "apiKey" }>;

/** Who this is at this moment; undefined once the session is over, the person gone, the key revoked or the right taken away. */
export async function currentAsker(ctx: ServiceContext, actor: PersonOrKey): Promise<PersonOrKey | undefined> {
  const now = actor.kind === "user" ? await currentPerson(ctx, actor) : await currentKey(ctx, actor);
  return now !== undefined && actorAllows(now, "chat:write") ? now : undefined;
}

async function currentPerson(ctx: ServiceContext, person: Extract<Actor, { kind: "user" }>): Promise<PersonOrKey | undefined> {
  const [ended, roles] = await Promise.all([endedSessions(ctx, [person.sessionHandle]), currentRoles(ctx, [person.userId])]);
  const role = roles.get(person.userId);
  return ended.length > 0 || role === undefined ? undefined : { ...person, role };
}

async function currentKey(ctx: ServiceContext, key: Extract<Actor, { kind: "apiKey" }>): Promise<PersonOrKey | undefined> {
  const isOpen = and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, ctx.clock.now())));
  const row = await ctx.db.first(apiKeys, and(eq(apiKeys.id, key.keyId), isOpen));
  return row === undefined ? undefined : key;
}
