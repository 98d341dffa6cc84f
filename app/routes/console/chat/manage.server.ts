import { changeConversation } from "#app/domain/conversations/change-conversation.server.ts";
import { removeConversation, restoreConversation } from "#app/domain/conversations/remove-conversation.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";

type Managed = { ok: true; intent: "renamed" | "shared" | "unshared" | "removed" | "restored"; id: string };

/** What its owner does with a conversation, from the list and from its own page. */
export async function manageConversation(ctx: ServiceContext, id: string, fields: { intent: string; title: string }): Promise<Managed> {
  switch (fields.intent) {
    case "rename":
      await changeConversation(ctx, { id, title: fields.title });
      return { ok: true, intent: "renamed", id };
    case "share":
    case "unshare":
      await changeConversation(ctx, { id, isShared: fields.intent === "share" });
      return { ok: true, intent: fields.intent === "share" ? "shared" : "unshared", id };
    case "remove":
      await removeConversation(ctx, { id });
      return { ok: true, intent: "removed", id };
    case "restore":
      await restoreConversation(ctx, { id });
      return { ok: true, intent: "restored", id };
    default:
      throw new AppError("invalid", "checkFields");
  }
}
