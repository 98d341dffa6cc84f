import { askConversation } from "#app/domain/conversations/ask-conversation.server.ts";
import { listTurns } from "#app/domain/conversations/read-conversation.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/conversation-turns.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listTurns(ctx, { ...queryOf(args.request), conversationId: args.params.id }));
}

/** Answered in the conversation's room: the turn is there once the answer is. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  const { id: conversationId } = args.params;
  return handleApi(args, async ({ ctx }) => askConversation(ctx, { ...(await readJson(args.request)), conversationId }), { status: 202 });
}
