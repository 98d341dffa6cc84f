import * as z from "zod/mini";
import { maxAttachments, maxQuestionChars } from "#app/domain/conversations/limits.ts";
import { answerPartSchema, askedQueryShape, attachmentSchema } from "#app/domain/conversations/part-schema.ts";
import { locales } from "#app/i18n/locales.ts";
import { parseFrame, type Unversioned } from "#party/shared/frames.ts";

/** The party's name in its address: `/parties/conversation/<workspace id>.<conversation id>`. */
export const party = "conversation";
const protocolVersion = 1;
/** A typed query with fifty filtered names fits in. */
const maxFrameChars = 32_768;

export const roomName = (workspaceId: string, conversationId: string) => `${workspaceId}.${conversationId}`;

/** Undefined for what is no conversation's room. */
export function parseRoomName(name: string): { workspaceId: string; conversationId: string } | undefined {
  const [workspaceId = "", conversationId = "", ...rest] = name.split(".");
  return workspaceId === "" || conversationId === "" || rest.length > 0 ? undefined : { workspaceId, conversationId };
}

/** A place in the room's events. Another epoch means that the room was begun anew. */
const cursorSchema = z.object({ epoch: z.string().check(z.maxLength(40)), seq: z.int().check(z.nonnegative()) });
export type Cursor = z.infer<typeof cursorSchema>;

const id = z.string().check(z.minLength(1), z.maxLength(60));

/** `askId` is the page's own: sent again after a lost socket, the question is asked once. */
export const askSchema = z.object({
  askId: id,
  question: z.string().check(z.minLength(1), z.maxLength(maxQuestionChars)),
  /** Asked for with chips: the words only tell it. */
  query: z.nullable(askedQueryShape),
  /** The turn it follows, null for a beginning of its own; left out, whatever is newest. An edited question follows what the first one did. */
  parentId: z.optional(z.nullable(id)),
  attachmentIds: z.array(id).check(z.maxLength(maxAttachments)),
  locale: z.enum(locales),
});
export type Ask = z.infer<typeof askSchema>;

const clientMessageSchema = z.discriminatedUnion("type", [
  z.object({ v: z.literal(protocolVersion), type: z.literal("hello"), cursor: z.optional(cursorSchema) }),
  z.object({ v: z.literal(protocolVersion), type: z.literal("ask"), ask: askSchema }),
  z.object({ v: z.literal(protocolVersion), type: z.literal("stop"), turnId: id }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

const turnStates = ["waiting", "running", "answered", "refused", "broken"] as const;

export const roomTurnSchema = z.object({
  id: z.string(),
  askId: z.string(),
  parentId: z.nullable(z.string()),
  question: z.string(),
  query: z.nullable(askedQueryShape),
  attachments: z.array(attachmentSchema),
  askedBy: z.object({ id: z.string(), label: z.string() }),
  askedAt: z.number(),
  state: z.enum(turnStates),
  parts: z.array(answerPartSchema),
});
export type RoomTurn = z.infer<typeof roomTurnSchema>;

export const roomEventSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("asked"), turn: roomTurnSchema }),
  z.object({ kind: z.literal("began"), turnId: z.string() }),
  z.object({ kind: z.literal("part"), turnId: z.string(), part: answerPartSchema }),
  z.object({ kind: z.literal("ended"), turnId: z.string(), state: z.enum(["answered", "refused", "broken"]) }),
]);
export type RoomEvent = z.infer<typeof roomEventSchema>;

/** busy: too many questions wait already. turn-unknown: what it would follow is not there. */
export const askRefusals = ["busy", "forbidden", "turn-unknown", "file-unknown", "query-invalid", "gone"] as const;
export type AskRefusal = (typeof askRefusals)[number];

const serverMessageSchema = z.discriminatedUnion("type", [
  /** The newest turns as they are: for whoever comes anew, or was away for too long. */
  z.object({ v: z.literal(protocolVersion), type: z.literal("snapshot"), cursor: cursorSchema, turns: z.array(roomTurnSchema) }),
  /** What happened since: the first of them has the number `fromSeq` + 1, each next one more. */
  z.object({
    v: z.literal(protocolVersion),
    type: z.literal("events"),
    epoch: z.string(),
    fromSeq: z.int(),
    events: z.array(roomEventSchema),
  }),
  z.object({ v: z.literal(protocolVersion), type: z.literal("refused"), askId: z.string(), reason: z.enum(askRefusals) }),
  z.object({ v: z.literal(protocolVersion), type: z.literal("ended"), reason: z.enum(["revoked", "gone"]) }),
  z.object({
    v: z.literal(protocolVersion),
    type: z.literal("error"),
    code: z.enum(["malformed", "too-large", "too-fast", "failed", "follow-only"]),
    detail: z.string(),
  }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;

/** Closing codes of our own; a client must not come back after these. */
export const closeCodes = { ended: 4401, foreign: 4403, gone: 4404 } as const;

export function parseClientMessage(frame: unknown): ClientMessage | "malformed" | "too-large" {
  return parseFrame(clientMessageSchema, frame, maxFrameChars);
}

export function parseServerMessage(frame: unknown): ServerMessage | undefined {
  const message = parseFrame(serverMessageSchema, frame);
  return typeof message === "string" ? undefined : message;
}

export function encode(message: Unversioned<ClientMessage> | Unversioned<ServerMessage>): string {
  return JSON.stringify({ v: protocolVersion, ...message });
}
