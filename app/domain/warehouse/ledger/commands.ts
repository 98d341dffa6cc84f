import { z } from "zod";
import { wholeNumber } from "../../whole-number.ts";
import { binKinds } from "../bin.ts";
import { inspectionOutcomes, stockStatuses } from "./facts.ts";

const name = z.string("fieldInvalid").regex(/^[\w.:-]{1,60}$/, "fieldInvalid");
const maxQty = 10_000_000;
const qty = wholeNumber({ min: 1, max: maxQty });
const lot = z
  .string("fieldInvalid")
  .max(40, "tooLong")
  .regex(/^[\x20-\x7e]*$/, "unreadableCharacters")
  .default("");
const plate = z
  .string("fieldInvalid")
  .regex(/^[\w.-]{0,40}$/, "fieldInvalid")
  .default("");
const status = z.enum(stockStatuses, "fieldInvalid").default("available");
const serials = z
  .array(z.string("fieldInvalid").regex(/^[\x21-\x7e]{1,40}$/, "fieldInvalid"), "fieldInvalid")
  .max(1_000, "fieldInvalid")
  .default([]);
const timeMs = wholeNumber({ min: 0 });
const text = z.string("fieldInvalid").max(200, "tooLong");
const millimetres = wholeNumber({ min: -10_000_000, max: 10_000_000 });

const bin = z.object({
  id: name,
  code: z.string("fieldInvalid").regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, "fieldInvalid"),
  kind: z.enum(binKinds, "fieldInvalid"),
  aisle: z.string("fieldInvalid").max(20, "tooLong"),
  xMm: millimetres,
  yMm: millimetres,
  capacityUnits: wholeNumber({ min: 0, max: 1_000_000_000 }).nullable(),
  rank: wholeNumber({ min: 0, max: maxQty }),
  isBlocked: z.boolean("fieldInvalid"),
});
const item = z.object({
  sku: name,
  code: text,
  title: text,
  gtin: text.nullable(),
  tracksLots: z.boolean("fieldInvalid"),
  tracksSerials: z.boolean("fieldInvalid"),
});
/** What is left out stays as it is; of goods that are new it means "not tracked". */
const namedItem = item.extend({ tracksLots: item.shape.tracksLots.optional(), tracksSerials: item.shape.tracksSerials.optional() });
const goods = { sku: name, lot, plate, status };
const correction = z.enum(["found", "lost", "damaged", "correction"], "fieldInvalid");

/** What can be asked of a zone. Quantities are whole base units; who asks and when is never part of it. */
export const commandSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("put-bins"), bins: z.array(bin, "fieldInvalid").min(1, "required").max(500, "fieldInvalid") }),
  z.object({ type: z.literal("remove-bin"), binId: name }),
  z.object({ type: z.literal("put-items"), items: z.array(namedItem, "fieldInvalid").min(1, "required").max(500, "fieldInvalid") }),
  z.object({
    type: z.literal("receive"),
    ...goods,
    binId: name,
    qty,
    serials,
    expiresAt: timeMs.nullable().default(null),
    from: z.enum(["supplier", "return"], "fieldInvalid").default("supplier"),
    /** The same delivery line is booked once, however often it is sent. */
    documentLine: text.nullable().default(null),
  }),
  /** Goods that came back and are on hold in a bin are looked at. */
  z.object({
    type: z.literal("inspect"),
    sku: name,
    lot,
    plate,
    binId: name,
    qty,
    serials,
    outcome: z.enum(inspectionOutcomes, "fieldInvalid"),
    /** Null leaves them where they are. */
    toBin: name.nullable().default(null),
    documentLine: text.nullable().default(null),
  }),
  z.object({ type: z.literal("move"), ...goods, fromBin: name, toBin: name, toPlate: plate, qty, serials }),
  z.object({ type: z.literal("make-plate"), plate: plate.unwrap().min(1, "required"), binId: name }),
  z.object({ type: z.literal("move-plate"), plate: name, toBin: name.nullable().default(null), intoPlate: name.nullable().default(null) }),
  z.object({
    type: z.literal("adjust"),
    ...goods,
    binId: name,
    delta: wholeNumber({ min: -maxQty, max: maxQty }).refine((delta) => delta !== 0, "fieldInvalid"),
    reason: correction,
    serials,
  }),
  z.object({ type: z.literal("set-status"), ...goods, binId: name, qty, toStatus: z.enum(stockStatuses, "fieldInvalid"), serials }),
  z.object({
    type: z.literal("reserve"),
    demandLine: name,
    sku: name,
    qty,
    rank: wholeNumber({ min: 0 }),
    /** Whether less than asked for is better than nothing. */
    takeLess: z.boolean("fieldInvalid").default(false),
    expiresAt: timeMs.nullable().default(null),
  }),
  z.object({ type: z.literal("release"), demandLine: name }),
  z.object({
    type: z.literal("plan-picks"),
    demandLines: z.array(name, "fieldInvalid").min(1, "required").max(500, "fieldInvalid"),
    /** Where the goods are brought together; null leaves it to the zone. */
    toBin: name.nullable().default(null),
    wave: name.nullable().default(null),
    /** Picks of one batch are one person's. */
    batch: name.nullable().default(null),
    priority: wholeNumber({ min: 0, max: 1_000 }).default(100),
  }),
  /** In which order picks are walked: each list is one walk. What is over or unknown by then is passed over. */
  z.object({
    type: z.literal("arrange-picks"),
    walks: z
      .array(z.array(name, "fieldInvalid").min(1, "required").max(500, "fieldInvalid"), "fieldInvalid")
      .min(1, "required")
      .max(200, "fieldInvalid"),
  }),
  z.object({
    type: z.literal("plan-move"),
    kind: z.enum(["put-away", "replenish", "move"], "fieldInvalid"),
    sku: name,
    lot,
    plate,
    qty,
    fromBin: name,
    toBin: name,
    priority: wholeNumber({ min: 0, max: 1_000 }).default(100),
  }),
  z.object({ type: z.literal("plan-count"), binId: name, priority: wholeNumber({ min: 0, max: 1_000 }).default(50) }),
  z.object({ type: z.literal("prioritise"), taskId: name, priority: wholeNumber({ min: 0, max: 1_000 }) }),
  z.object({ type: z.literal("cancel-task"), taskId: name }),
  z.object({ type: z.literal("claim"), taskId: name }),
  z.object({ type: z.literal("unclaim"), taskId: name }),
  z.object({ type: z.literal("finish-move"), taskId: name, qty, toBin: name.nullable().default(null), serials }),
  z.object({
    type: z.literal("pick"),
    taskId: name,
    qty: wholeNumber({ min: 0, max: maxQty }),
    serials,
    /** Why there was less than asked for; the rest is given back and looked for elsewhere. */
    short: z.enum(["none-there", "damaged", "wrong-bin"], "fieldInvalid").nullable().default(null),
  }),
  /** A shelf holds what its books do not: picked all the same, and counted. */
  z.object({ type: z.literal("pick-found"), taskId: name, binId: name, qty }),
  z.object({
    type: z.literal("count"),
    binId: name,
    taskId: name.nullable().default(null),
    lines: z.array(z.object({ ...goods, qty: wholeNumber({ min: 0, max: maxQty }) }), "fieldInvalid").max(500, "fieldInvalid"),
  }),
  z.object({ type: z.literal("approve"), taskId: name }),
  z.object({ type: z.literal("ship"), demandLine: name }),
  z.object({ type: z.literal("send"), transferId: name, toZone: name, toBin: name, ...goods, fromBin: name, qty, serials }),
  z.object({
    type: z.literal("take-in"),
    transferId: name,
    fromZone: name,
    toBin: name,
    /** What the other zone calls it, for one that has never had it. */
    item,
    sku: name,
    lot,
    qty,
    serials,
    expiresAt: timeMs.nullable().default(null),
  }),
  z.object({ type: z.literal("settle-transfer"), transferId: name }),
  /** Gives back what was claimed or held for longer than its time. */
  z.object({ type: z.literal("sweep") }),
]);
export type Command = z.output<typeof commandSchema>;
export type CommandInput = z.input<typeof commandSchema>;
export type CommandOf<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** `expected`: versions of bins and tasks ("bin:…", "task:…") the sender decided on; another one means that it looks again. */
export const envelopeSchema = z.object({
  id: name,
  expected: z.record(z.string().max(80), wholeNumber({ min: 0 })).default({}),
  clientTimeMs: timeMs.nullable().default(null),
  command: commandSchema,
});
export type Envelope = z.output<typeof envelopeSchema>;
export type EnvelopeInput = z.input<typeof envelopeSchema>;
