import { issueToken } from "#app/domain/accounts/signed-tokens/issue-token.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/tokens.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => issueToken(ctx, await readJson(args.request)), { status: 201 });
}
