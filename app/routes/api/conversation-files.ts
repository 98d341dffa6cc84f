import { attachFile } from "#app/domain/conversations/attach-file.server.ts";
import { attachFileBodySchema } from "#app/domain/conversations/schemas.ts";
import { parseInput } from "#app/domain/errors.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/conversation-files.ts";

export const loader = methodNotAllowed;

/** A file as base64 in JSON, like every other body: larger ones are attached on the page. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(
    args,
    async ({ ctx }) => {
      const { name, content: bytes } = parseInput(attachFileBodySchema, await readJson(args.request));
      return attachFile(ctx, { conversationId: args.params.id, name, bytes });
    },
    { status: 201 },
  );
}
