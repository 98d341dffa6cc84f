import { readAiStatus } from "#app/domain/ai/read-ai-status.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/ai-status.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readAiStatus(ctx));
}

export const action = methodNotAllowed;
