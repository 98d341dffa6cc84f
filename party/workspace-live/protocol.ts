import * as z from "zod/mini";
import { parseFrame, type Unversioned } from "#party/shared/frames.ts";
import { roles } from "#app/domain/accounts/permissions.ts";
import { feedEntrySchema } from "#app/domain/audit/feed-entry.ts";
import { changedAreas } from "#app/domain/changed-areas.ts";

/** The party's name in its address: `/parties/workspace-live/<workspace id>`. */
export const party = "workspace-live";
export const protocolVersion = 1;
export const maxFrameChars = 4_096;

/** A place in the room's log. Another epoch means that the log was begun anew. */
export const cursorSchema = z.object({ epoch: z.string().check(z.maxLength(40)), seq: z.int().check(z.nonnegative()) });
export type Cursor = z.infer<typeof cursorSchema>;

export const clientMessageSchema = z.discriminatedUnion("type", [
  z.object({ v: z.literal(protocolVersion), type: z.literal("hello"), cursor: z.optional(cursorSchema) }),
  z.object({ v: z.literal(protocolVersion), type: z.literal("page"), path: z.string().check(z.maxLength(200), z.startsWith("/")) }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

const personSchema = z.object({ userId: z.string(), name: z.string(), role: z.enum(roles), path: z.string() });
export type Person = z.infer<typeof personSchema>;

const logItemSchema = z.object({ seq: z.int(), entry: feedEntrySchema });
export type LogItem = z.infer<typeof logItemSchema>;

/** What changed since the last frame; one frame carries many. */
const deltaSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("activity"), item: logItemSchema }),
  z.object({ kind: z.literal("here"), person: personSchema }),
  z.object({ kind: z.literal("gone"), userId: z.string() }),
  /** Something of this area changed: pages that show it read it again. */
  z.object({ kind: z.literal("changed"), area: z.enum(changedAreas) }),
  /** Something of this person alone changed: read it again. */
  z.object({ kind: z.literal("yours"), what: z.enum(["notifications", "role"]) }),
]);
export type Delta = z.infer<typeof deltaSchema>;

export const endReasons = ["removed", "revoked"] as const;
export type EndReason = (typeof endReasons)[number];

export const serverMessageSchema = z.discriminatedUnion("type", [
  z.object({
    v: z.literal(protocolVersion),
    type: z.literal("welcome"),
    cursor: cursorSchema,
    people: z.array(personSchema),
    /** Missed entries, or null when the gap is older than the log: read the page's data again. */
    missed: z.nullable(z.array(logItemSchema)),
  }),
  z.object({ v: z.literal(protocolVersion), type: z.literal("deltas"), deltas: z.array(deltaSchema) }),
  z.object({ v: z.literal(protocolVersion), type: z.literal("ended"), reason: z.enum(endReasons) }),
  z.object({
    v: z.literal(protocolVersion),
    type: z.literal("error"),
    code: z.enum(["malformed", "too-large", "too-fast"]),
    detail: z.string(),
  }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;

/** Closing codes of our own; a client must not come back after these. */
export const closeCodes = { ended: 4401, foreign: 4403 } as const;

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
