import { arrangeAiProviders } from "#app/domain/ai/arrange-providers.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/ai-provider-order.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PUT") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => arrangeAiProviders(ctx, { ids: [], ...(await readJson(args.request)) }));
}
