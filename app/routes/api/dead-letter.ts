import { resolveDeadLetter } from "#app/domain/deliveries/resolve-dead-letter.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/dead-letter.ts";

export const loader = methodNotAllowed;

/** POST sends it through its queue again, DELETE puts it aside. */
export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  switch (args.request.method) {
    case "POST":
      return handleApi(args, ({ ctx }) => resolveDeadLetter(ctx, { id, resolution: "redrive" }));
    case "DELETE":
      return handleApi(args, ({ ctx }) => resolveDeadLetter(ctx, { id, resolution: "dismiss" }));
    default:
      return methodNotAllowed(args);
  }
}
