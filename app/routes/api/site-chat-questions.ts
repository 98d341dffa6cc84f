import { forgetPublicQuestions } from "#app/domain/public-chat/forget-public-questions.server.ts";
import { listPublicQuestions } from "#app/domain/public-chat/list-public-questions.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/site-chat-questions.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listPublicQuestions(ctx, { ...queryOf(args.request), id: args.params.id }));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "DELETE") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => forgetPublicQuestions(ctx, { ...(await readJson(args.request)), id: args.params.id }));
}
