import { changeAiProvider } from "#app/domain/ai/change-provider.server.ts";
import { removeAiProvider } from "#app/domain/ai/remove-provider.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/ai-provider.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  if (args.request.method === "PATCH")
    return handleApi(args, async ({ ctx }) => changeAiProvider(ctx, { version: "", ...(await readJson(args.request)), id }));
  if (args.request.method === "DELETE") return handleApi(args, ({ ctx }) => removeAiProvider(ctx, { id }));
  return methodNotAllowed(args);
}
