import * as z from "zod/mini";
import { binKinds } from "#app/domain/warehouse/bin.ts";
import { stockStatuses, taskKinds, taskStates } from "#app/domain/warehouse/ledger/facts.ts";
import { parseFrame, type Unversioned } from "#party/shared/frames.ts";

/** The party's name in its address: `/parties/warehouse-zone/<workspace id>.<zone id>`. */
export const party = "warehouse-zone";
const protocolVersion = 1;
/** A count of a full bin fits in. */
const maxFrameChars = 65_536;

export const roomName = (workspaceId: string, zoneId: string) => `${workspaceId}.${zoneId}`;

/** Undefined for what is no zone's room. */
export function parseRoomName(name: string): { workspaceId: string; zoneId: string } | undefined {
  const [workspaceId = "", zoneId = "", ...rest] = name.split(".");
  return workspaceId === "" || zoneId === "" || rest.length > 0 ? undefined : { workspaceId, zoneId };
}

/** A place in the zone's events. Another epoch means that the zone was begun anew. */
const cursorSchema = z.object({ epoch: z.string().check(z.maxLength(40)), seq: z.int().check(z.nonnegative()) });
export type Cursor = z.infer<typeof cursorSchema>;

const clientMessageSchema = z.discriminatedUnion("type", [
  z.object({ v: z.literal(protocolVersion), type: z.literal("hello"), cursor: z.optional(cursorSchema) }),
  /** The envelope is parsed by the ledger, which answers with what is wrong with it. */
  z.object({
    v: z.literal(protocolVersion),
    type: z.literal("command"),
    envelope: z.looseObject({ id: z.string().check(z.maxLength(60)) }),
  }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

const lineSchema = z.object({
  sku: z.string(),
  lot: z.string(),
  plate: z.string(),
  status: z.enum(stockStatuses),
  qty: z.int(),
  reserved: z.int(),
  /** Only of a lot that has one. */
  expiresAt: z.optional(z.int()),
});
const binSchema = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(binKinds),
  aisle: z.string(),
  xMm: z.int(),
  yMm: z.int(),
  rank: z.int(),
  capacityUnits: z.nullable(z.int()),
  isBlocked: z.boolean(),
  version: z.int(),
  lines: z.array(lineSchema),
});
export type BinView = z.infer<typeof binSchema>;

const taskSchema = z.object({
  id: z.string(),
  kind: z.enum(taskKinds),
  state: z.enum(taskStates),
  priority: z.int(),
  sku: z.nullable(z.string()),
  lot: z.string(),
  plate: z.string(),
  qty: z.int(),
  doneQty: z.int(),
  fromBin: z.nullable(z.string()),
  toBin: z.nullable(z.string()),
  wave: z.nullable(z.string()),
  batch: z.nullable(z.string()),
  walk: z.nullable(z.int()),
  picker: z.nullable(z.object({ id: z.string(), name: z.string() })),
  claimedBy: z.nullable(
    z.object({
      id: z.string(),
      name: z.string(),
      atMs: z.int(),
    }),
  ),
  createdAt: z.int(),
  version: z.int(),
});
export type TaskView = z.infer<typeof taskSchema>;

const itemSchema = z.object({
  sku: z.string(),
  code: z.string(),
  title: z.string(),
  gtin: z.nullable(z.string()),
  tracksLots: z.boolean(),
  tracksSerials: z.boolean(),
});
export type ItemView = z.infer<typeof itemSchema>;

/** Rows as they are at `toSeq`, whole: applying them twice is applying them once. */
const partSchema = z.object({
  bins: z.array(binSchema),
  tasks: z.array(taskSchema),
  items: z.array(itemSchema),
  /** Bins that are gone, and tasks that are over. */
  goneBins: z.array(z.string()),
  goneTasks: z.array(z.string()),
});
export type Part = z.infer<typeof partSchema>;

const seqSchema = z.int().check(z.nonnegative());
export const serverMessageSchema = z.discriminatedUnion("type", [
  /** All of the zone. */
  z.object({ v: z.literal(protocolVersion), type: z.literal("snapshot"), cursor: cursorSchema, part: partSchema }),
  /** What changed after `fromSeq`: whoever is at an earlier place has missed something. */
  z.object({
    v: z.literal(protocolVersion),
    type: z.literal("delta"),
    epoch: z.string(),
    fromSeq: seqSchema,
    toSeq: seqSchema,
    part: partSchema,
  }),
  z.object({
    v: z.literal(protocolVersion),
    type: z.literal("reply"),
    isDuplicate: z.boolean(),
    reply: z.looseObject({ kind: z.string(), commandId: z.string() }),
  }),
  z.object({
    v: z.literal(protocolVersion),
    type: z.literal("error"),
    code: z.enum(["malformed", "too-large", "too-fast", "failed", "follow-only"]),
    detail: z.string(),
  }),
  z.object({ v: z.literal(protocolVersion), type: z.literal("ended"), reason: z.enum(["removed", "revoked"]) }),
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
