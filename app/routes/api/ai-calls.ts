import { listAiCalls } from "#app/domain/ai/list-calls.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/ai-calls.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listAiCalls(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
