import { attachFile } from "#app/domain/conversations/attach-file.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/conversation-files.ts";

export const loader = methodNotAllowed;

/** A file as base64 in JSON, like every other body: larger ones are attached on the page. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => attachFile(ctx, { ...(await readJson(args.request)), conversationId: args.params.id }), {
    status: 201,
  });
}
