import { createApiKey } from "#app/domain/accounts/create-api-key.server.ts";
import { listApiKeys } from "#app/domain/accounts/list-api-keys.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/api-keys.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listApiKeys(ctx, queryOf(args.request)));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => createApiKey(ctx, { name: "", scopes: [], ...(await readJson(args.request)) }), {
    status: 201,
  });
}
