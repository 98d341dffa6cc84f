import type { Actor } from "../../actor.ts";
import type { KnownKeys } from "../known-keys.server.ts";
import type { Tokens } from "../ports.ts";
import { roomClaimsSchema } from "./room-claims.ts";

export type TokenBearer = { workspaceId: string; actor: Extract<Actor, { kind: "apiKey" }> };

/** Who brings this token: the key it was signed for, as it is now, with no more than both allow. */
export async function readRoomToken(
  { tokens, keys }: { tokens: Tokens; keys: KnownKeys },
  token: string,
  nowMs: number,
): Promise<TokenBearer | undefined> {
  const content = await tokens.verify("rooms", token);
  const claims = roomClaimsSchema.safeParse(content?.claims);
  if (content === undefined || !claims.success) return undefined;
  const owner = await keys.ownerOfId(content.subject, nowMs);
  if (owner === undefined || owner.workspace.id !== claims.data.ws) return undefined;
  const scopes = claims.data.scp.filter((scope) => owner.actor.scopes.includes(scope));
  return { workspaceId: owner.workspace.id, actor: { ...owner.actor, scopes } };
}
