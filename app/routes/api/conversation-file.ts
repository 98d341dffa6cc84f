import { openAttachment } from "#app/domain/conversations/open-attachment.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/conversation-file.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ ctx }) => {
    const { body, mediaType, name } = await openAttachment(ctx, { conversationId: args.params.id, id: args.params.fileId });
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    return new Response(body, { headers: { "content-type": mediaType, "content-disposition": disposition } });
  });
}

export const action = methodNotAllowed;
