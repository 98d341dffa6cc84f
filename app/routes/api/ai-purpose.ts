import { chooseAiModels } from "#app/domain/ai/choose-models.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/ai-purpose.ts";

export const loader = methodNotAllowed;

/** The address names the purpose. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PUT") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) =>
    chooseAiModels(ctx, { choices: [], ...(await readJson(args.request)), purpose: args.params.id }),
  );
}
