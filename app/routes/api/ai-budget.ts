import { readAiBudget } from "#app/domain/ai/read-budget.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/ai-budget.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readAiBudget(ctx));
}

export const action = methodNotAllowed;
