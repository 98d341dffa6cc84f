import { z } from "zod";
import { actions, type Action } from "../permissions.ts";
import { type ServiceContext } from "../../context.ts";
import { AppError, parseInput } from "../../errors.ts";
import type { Untrusted } from "../../untrusted.ts";
import { roomTokenSeconds } from "./room-claims.ts";

export const issueTokenSchema = z.object({
  scopes: z.array(z.enum(actions, "fieldInvalid"), "fieldInvalid").min(1, "pickOneScope").optional(),
});

export type IssuedToken = { token: string; use: "rooms"; scopes: Action[]; expiresAt: number };

/**
 * A token of a minute that opens rooms with what its key may, or with less. It is for programs: a socket cannot be opened with a
 * key without the key going where addresses go. It dies with the key.
 */
export async function issueToken(ctx: ServiceContext, input: Untrusted<typeof issueTokenSchema>): Promise<IssuedToken> {
  const { actor } = ctx;
  if (actor.kind !== "apiKey") throw new AppError("forbidden", "keysOnly");
  const { scopes: asked } = parseInput(issueTokenSchema, input);
  const scopes = [...new Set(asked ?? actor.scopes)];
  if (scopes.some((scope) => !actor.scopes.includes(scope))) {
    throw new AppError("forbidden", "checkFields", { fields: { scopes: "scopeAboveYours" } });
  }
  const token = await ctx.ports.tokens.sign(
    "rooms",
    { subject: actor.keyId, claims: { ws: ctx.workspaceId, scp: scopes } },
    roomTokenSeconds,
  );
  return { token, use: "rooms", scopes, expiresAt: ctx.clock.now() + roomTokenSeconds * 1_000 };
}
