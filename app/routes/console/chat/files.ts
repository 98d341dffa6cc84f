import { redirect } from "react-router";
import { attachFile } from "#app/domain/conversations/attach-file.server.ts";
import { maxFileBytes } from "#app/domain/conversations/limits.ts";
import { readConversation } from "#app/domain/conversations/read-conversation.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import type { Route } from "./+types/files.ts";

/** What a form puts around a file. */
const formBytes = 10_000;

/** Whoever comes here by its address is led to the conversation. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  const { id } = await orErrorPage(readConversation(ctx, { id: args.params.id }));
  return redirect(`/chat/${id}`);
}

/** Takes a file beside the question that is being written. */
export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  return tryVerb(args.context, async () => {
    const declared = Number(args.request.headers.get("content-length") ?? 0);
    if (declared > maxFileBytes + formBytes) throw new AppError("too_large", "attachmentTooLarge");
    const form = await args.request.formData().catch(() => new FormData());
    const file = form.get("file");
    if (!(file instanceof File)) throw new AppError("invalid", "checkFields", { fields: { file: "required" } });
    const content = new Uint8Array(await file.arrayBuffer());
    return { ok: true as const, file: await attachFile(ctx, { conversationId: args.params.id, name: file.name, content }) };
  });
}
