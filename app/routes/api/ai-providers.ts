import { addAiProvider } from "#app/domain/ai/add-provider.server.ts";
import { listAiProviders } from "#app/domain/ai/list-providers.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/ai-providers.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listAiProviders(ctx));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  const nothing = { kind: "groq" as const, name: "", models: [] };
  return handleApi(args, async ({ ctx }) => addAiProvider(ctx, { ...nothing, ...(await readJson(args.request)) }), { status: 201 });
}
