import { readAiCall } from "#app/domain/ai/read-call.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/ai-call.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readAiCall(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
