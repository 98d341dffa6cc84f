import { restoreConversation } from "#app/domain/conversations/remove-conversation.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/conversation-restore.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => restoreConversation(ctx, { id: args.params.id }));
}
