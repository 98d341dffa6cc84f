import { listAiPurposes } from "#app/domain/ai/list-purposes.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/ai-purposes.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listAiPurposes(ctx));
}

export const action = methodNotAllowed;
