import { and, eq, gt, isNull, or } from "drizzle-orm";
import { apiKeys } from "#db/schema/accounts.ts";
import type { Actor } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { currentRoles } from "./current-roles.server.ts";
import { endedSessions } from "./ended-sessions.server.ts";
import { type Action, isAction, roleAllows } from "./permissions.ts";

/** Whose rights may change while they wait for something. */
type Holder = Extract<Actor, { kind: "user" | "apiKey" | "mcpClient" }>;

/** Who this is at this moment, with the rights of this moment; undefined once the session is over, the person gone or the key revoked. */
export async function currentActor<One extends Holder>(ctx: ServiceContext, actor: One): Promise<One | undefined> {
  if (actor.kind === "user") {
    const [ended, roles] = await Promise.all([endedSessions(ctx, [actor.sessionHandle]), currentRoles(ctx, [actor.userId])]);
    const role = roles.get(actor.userId);
    return ended.length > 0 || role === undefined ? undefined : { ...actor, role };
  }
  const held = await currentScopes(ctx, actor.kind === "apiKey" ? actor.keyId : actor.clientId);
  return held === undefined ? undefined : { ...actor, scopes: actor.scopes.filter((scope) => held.includes(scope)) };
}

/** A key never does more than its maker may now. */
async function currentScopes(ctx: ServiceContext, keyId: string): Promise<Action[] | undefined> {
  const isOpen = and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, ctx.clock.now())));
  const key = await ctx.db.first(apiKeys, and(eq(apiKeys.id, keyId), isOpen));
  if (key === undefined) return undefined;
  const scopes = key.scopes.filter(isAction);
  const { createdByUserId } = key;
  if (createdByUserId === null) return scopes;
  const role = (await currentRoles(ctx, [createdByUserId])).get(createdByUserId);
  return scopes.filter((scope) => role === undefined || roleAllows(role, scope));
}
