import { removeAiCap } from "#app/domain/ai/remove-cap.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/ai-cap.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "DELETE") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => removeAiCap(ctx, { id: args.params.id }));
}
