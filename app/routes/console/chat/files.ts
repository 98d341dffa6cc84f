import { attachFile } from "#app/domain/conversations/attach-file.server.ts";
import { maxFileBytes } from "#app/domain/conversations/limits.ts";
import { AppError } from "#app/domain/errors.ts";
import { tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import type { Route } from "./+types/files.ts";

/** What a form puts around a file. */
const formBytes = 10_000;

/** Takes a file beside the question that is being written. */
export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  return tryVerb(args.context, async () => {
    const declared = Number(args.request.headers.get("content-length") ?? 0);
    if (declared > maxFileBytes + formBytes) throw new AppError("too_large", "attachmentTooLarge");
    const form = await args.request.formData().catch(() => new FormData());
    const file = form.get("file");
    if (!(file instanceof File)) throw new AppError("invalid", "checkFields", { fields: { file: "required" } });
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { ok: true as const, file: await attachFile(ctx, { conversationId: args.params.id, name: file.name, bytes }) };
  });
}
