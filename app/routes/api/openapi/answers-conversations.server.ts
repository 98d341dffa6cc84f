import { z } from "zod";
import type { askConversation } from "#app/domain/conversations/ask-conversation.server.ts";
import type { AttachedFile } from "#app/domain/conversations/attach-file.server.ts";
import type { Conversation, KeptTurn } from "#app/domain/conversations/conversation-row.ts";
import { answerPartSchema, askedQueryShape, attachmentSchema } from "#app/domain/conversations/part-schema.ts";
import { specialists } from "#app/domain/conversations/parts.ts";
import { type Answer, exactly } from "./exactly.ts";

const text = z.string();
const moment = z.number();
const by = z.object({ id: text, label: text });

/** What the endpoints about conversations answer. */
export const conversationsAnswers = {
  Conversation: exactly<Conversation>()(
    z.object({
      id: text,
      title: text,
      owner: by.extend({ kind: text }),
      isOwn: z.boolean(),
      isShared: z.boolean(),
      createdAt: moment,
      lastAskedAt: moment,
    }),
  ),
  ConversationTurn: exactly<KeptTurn>()(
    z.object({
      id: text,
      parentId: text.nullable(),
      position: z.int(),
      question: text,
      attachments: z.array(attachmentSchema),
      query: z.nullable(askedQueryShape),
      answer: text,
      parts: z.array(answerPartSchema),
      state: z.enum(["answered", "refused", "broken"]),
      source: z.enum(["rules", "model"]).nullable(),
      specialist: z.enum(specialists).nullable(),
      askedBy: by,
      askedAt: moment,
      endedAt: moment,
    }),
  ),
  AskedTurn: exactly<Answer<typeof askConversation>>()(z.object({ conversationId: text, turnId: text })),
  ConversationFile: exactly<AttachedFile>()(
    z.object({
      id: text,
      name: text,
      mediaType: text,
      sizeBytes: z.number(),
      table: z.object({ columns: z.array(text), rowCount: z.number(), sample: z.array(z.array(text)) }).nullable(),
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
