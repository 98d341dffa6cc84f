import { z } from "zod";
import { actions, roles } from "#app/domain/accounts/permissions.ts";
import type { Actor } from "#app/domain/actor.ts";
import { locales } from "#app/i18n/locales.ts";

/** Who asked, kept with the question: it may wait, and the room may be another instance by then. */
export const askerSchema = z.object({
  actor: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("user"), userId: z.string(), name: z.string(), role: z.enum(roles), sessionHandle: z.string() }),
    z.object({ kind: z.literal("apiKey"), keyId: z.string(), name: z.string(), scopes: z.array(z.enum(actions)).readonly() }),
  ]),
  locale: z.enum(locales),
});
export type Asker = z.output<typeof askerSchema>;

/** Only people and keys ask through a room; whoever else asks waits for its own answer. */
export function toAsker(actor: Actor, locale: Asker["locale"]): Asker | undefined {
  if (actor.kind === "user") return { actor, locale };
  if (actor.kind === "apiKey") return { actor: { ...actor, scopes: [...actor.scopes] }, locale };
  return undefined;
}
