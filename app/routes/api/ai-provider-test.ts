import { testAiProvider } from "#app/domain/ai/test-provider.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/ai-provider-test.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => testAiProvider(ctx, { id: args.params.id }));
}
