import { actionsOf } from "#app/domain/accounts/permissions.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/me.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ actor, ctx, workspace }) => ({
    actor: ctx.stamp,
    workspace: { id: workspace.id, name: workspace.name },
    scopes: actor.kind === "apiKey" ? actor.scopes : actor.kind === "user" ? actionsOf(actor.role) : [],
  }));
}

export const action = methodNotAllowed;
