import { openAttachment } from "#app/domain/conversations/open-attachment.server.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import type { Route } from "./+types/file.ts";

/** What somebody attached: always to be kept, never to be opened as a page of ours. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  const file = await orErrorPage(openAttachment(ctx, { conversationId: args.params.id, id: args.params.fileId }));
  return new Response(file.body, {
    headers: {
      "content-type": file.mediaType,
      "content-length": String(file.sizeBytes),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
