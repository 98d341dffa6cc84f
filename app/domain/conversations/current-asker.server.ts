import { currentActor } from "../accounts/current-actor.server.ts";
import { type Actor, actorAllows } from "../actor.ts";
import type { ServiceContext } from "../context.ts";

type PersonOrKey = Extract<Actor, { kind: "user" | "apiKey" }>;

/** Who this is at this moment; undefined once they may not ask any more. */
export async function currentAsker(ctx: ServiceContext, actor: PersonOrKey): Promise<PersonOrKey | undefined> {
  const now = await currentActor(ctx, actor);
  return now !== undefined && actorAllows(now, "chat:write") ? now : undefined;
}
