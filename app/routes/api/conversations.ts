import { createConversation } from "#app/domain/conversations/create-conversation.server.ts";
import { listConversations } from "#app/domain/conversations/list-conversations.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/conversations.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listConversations(ctx, queryOf(args.request)));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => createConversation(ctx, await readJson(args.request)), { status: 201 });
}
