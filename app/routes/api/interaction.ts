import { readInteraction } from "#app/domain/interactions/read-interaction.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/interaction.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readInteraction(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
