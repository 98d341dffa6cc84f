import { readAiSpend } from "#app/domain/ai/read-spend.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/ai-spend.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readAiSpend(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
