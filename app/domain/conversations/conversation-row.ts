import type { conversations, conversationTurns } from "#db/schema/conversations.ts";
import type { AskedQuery } from "../metrics/answer.ts";
import type { TurnState } from "./fold-parts.ts";
import { askedQueryShape, readAttachments, readParts } from "./part-schema.ts";
import type { ServiceContext } from "../context.ts";
import { actorAllows } from "../actor.ts";
import { type AnswerPart, type Attachment, type Specialist, specialists } from "./parts.ts";
import { partsFor } from "./withheld.ts";

export type ConversationRow = typeof conversations.$inferSelect;
export type TurnRow = typeof conversationTurns.$inferSelect;

export type Conversation = {
  id: string;
  title: string;
  owner: { kind: string; id: string; label: string };
  isOwn: boolean;
  isShared: boolean;
  createdAt: number;
  lastAskedAt: number;
};

export type KeptTurn = {
  id: string;
  parentId: string | null;
  position: number;
  question: string;
  attachments: Attachment[];
  query: AskedQuery | null;
  answer: string;
  parts: AnswerPart[];
  state: TurnState;
  source: "rules" | "model" | null;
  specialist: Specialist | null;
  askedBy: { id: string; label: string };
  askedAt: number;
  endedAt: number;
};

export function toConversation(row: ConversationRow, stamp: { kind: string; id: string }): Conversation {
  const { id, title, ownerKind, ownerId, ownerLabel, isShared, createdAt, lastAskedAt } = row;
  const isOwn = ownerKind === stamp.kind && ownerId === stamp.id;
  return { id, title, owner: { kind: ownerKind, id: ownerId, label: ownerLabel }, isOwn, isShared, createdAt, lastAskedAt };
}

const states: Record<string, TurnState> = { answered: "answered", refused: "refused", broken: "broken" };

/** As this reader may see it: whoever shares a conversation shares no numbers that others may not read. */
export function toTurn({ actor }: Pick<ServiceContext, "actor">, row: TurnRow): KeptTurn {
  const { id, parentId, position, question, askedAt, endedAt } = row;
  const parts = partsFor((action) => actorAllows(actor, action), readParts(row.parts));
  const isWithheld = parts.some((part) => part.type === "broken" && part.reason === "withheld");
  const query = askedQueryShape.safeParse(isWithheld ? null : row.query);
  return {
    id,
    parentId,
    position,
    question,
    attachments: readAttachments(row.attachments),
    query: query.success ? query.data : null,
    answer: isWithheld ? "" : row.answer,
    parts,
    state: states[row.state] ?? "broken",
    source: row.source === "rules" || row.source === "model" ? row.source : null,
    specialist: specialists.find((one) => one === row.specialist) ?? null,
    askedBy: { id: row.askedById, label: row.askedByLabel },
    askedAt,
    endedAt,
  };
}
