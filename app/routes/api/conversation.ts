import { changeConversation } from "#app/domain/conversations/change-conversation.server.ts";
import { readConversation } from "#app/domain/conversations/read-conversation.server.ts";
import { removeConversation } from "#app/domain/conversations/remove-conversation.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/conversation.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readConversation(ctx, { id: args.params.id }));
}

/** PATCH names or shares it, DELETE puts it away. */
export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  switch (args.request.method) {
    case "PATCH":
      return handleApi(args, async ({ ctx }) => changeConversation(ctx, { ...(await readJson(args.request)), id }));
    case "DELETE":
      return handleApi(args, async ({ ctx }) => {
        await removeConversation(ctx, { id });
        return { ok: true as const };
      });
    default:
      return methodNotAllowed(args);
  }
}
