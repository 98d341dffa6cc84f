import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { conversations, conversationTurns } from "#db/schema/conversations.ts";
import { insertOnce, updateWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { AskedQuery } from "../metrics/answer.ts";
import { findConversation } from "./find-conversation.server.ts";
import { findParent } from "./find-turn.server.ts";
import { foldParts, outcomeOf } from "./fold-parts.ts";
import { maxTitleChars } from "./limits.ts";
import type { AnswerPart, Attachment } from "./parts.ts";
import { fitParts } from "./fit-parts.ts";
import { keepTurnSchema } from "./schemas.ts";

export type KeepTurnInput = {
  conversationId: string;
  /** Kept twice under one id, it is there once. */
  turnId?: string | undefined;
  /** The turn it follows: by default the newest, null for a beginning of its own. */
  parentId?: string | null | undefined;
  question: string;
  /** Asked for with chips. */
  asked?: AskedQuery | null | undefined;
  attachments?: Attachment[] | undefined;
  parts: AnswerPart[];
  askedAtMs?: number | undefined;
  /** Whoever asked, where the house keeps it for them. */
  askedBy?: { id: string; label: string } | undefined;
};

/** Keeps a question and what was answered, so that it can be gone on with, searched and shown on any device. */
export async function keepTurn(ctx: ServiceContext, input: KeepTurnInput): Promise<{ turnId: string }> {
  requirePermission(ctx, "chat:write");
  const { conversationId, question, ...asked } = parseInput(keepTurnSchema, input);
  const conversation = await findConversation(ctx, conversationId);
  const parent = await findParent(ctx, conversationId, asked.parentId);
  const turnId = asked.turnId ?? ctx.ids.next("trn");
  const now = ctx.clock.now();
  const askedBy = ctx.actor.kind === "system" && input.askedBy !== undefined ? input.askedBy : ctx.stamp;
  const parts = fitParts(foldParts(input.parts));
  const row = {
    id: turnId,
    conversationId,
    parentId: parent?.id ?? null,
    position: (parent?.position ?? 0) + 1,
    question,
    asked: input.asked ?? null,
    attachments: input.attachments ?? [],
    parts,
    ...outcomeOf(parts),
    askedById: askedBy.id,
    askedByLabel: askedBy.label,
    askedAt: input.askedAtMs ?? now,
    endedAt: now,
  };
  const title = conversation.title === "" ? { title: question.replaceAll(/\s+/g, " ").slice(0, maxTitleChars) } : {};
  await mutate(ctx, {
    writes: [
      insertOnce(conversationTurns, row),
      updateWhere(conversations, eq(conversations.id, conversationId), { lastAskedAt: now, ...title }),
    ],
    audit: "personal",
    events: [{ type: "data.changed", area: "chat" }],
  });
  return { turnId };
}
