import { readPublicChat } from "#app/domain/public-chat/read-public-chat.server.ts";
import { savePublicChat } from "#app/domain/public-chat/save-public-chat.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/site-chat.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readPublicChat(ctx, { id: args.params.id }));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PUT") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => savePublicChat(ctx, { ...(await readJson(args.request)), id: args.params.id }));
}
