import { updateProfile } from "#app/domain/accounts/update-profile.server.ts";
import { actionsOf } from "#app/domain/accounts/permissions.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/me.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ actor, ctx, workspace }) => ({
    actor: ctx.stamp,
    workspace: { id: workspace.id, name: workspace.name },
    scopes: actor.kind === "apiKey" ? actor.scopes : actor.kind === "user" ? actionsOf(actor.role) : [],
  }));
}

/** PATCH changes what a person sees and how they are named. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PATCH") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => updateProfile(ctx, await readJson(args.request)));
}
