import { z } from "zod";
import { textFields } from "../channels/remote.ts";

const name = z.string("fieldInvalid").regex(/^[\w.:-]{1,60}$/, "fieldInvalid");
const mark = z.string("fieldInvalid").max(40, "tooLong");
const priority = z.int("fieldInvalid").min(0, "fieldInvalid").max(1_000, "fieldInvalid");
const cents = z.int("moneyInvalid").min(1, "moneyInvalid").max(100_000_000_00, "moneyInvalid");
const qty = z.int("fieldInvalid").min(1, "fieldInvalid").max(10_000_000, "fieldInvalid");

export const toolInputs = {
  /** A task for people: goods from one bin to another of the same zone. */
  "plan-move": z.object({
    zoneId: name,
    kind: z.enum(["move", "replenish"], "fieldInvalid"),
    sku: name,
    lot: mark,
    plate: mark,
    qty,
    fromBin: name,
    toBin: name,
    priority,
  }),
  "plan-count": z.object({ zoneId: name, binId: name, priority }),
  /** `was` is what undoing goes back to. */
  "prioritise-task": z.object({ zoneId: name, taskId: name, priority, was: priority }),
  "release-orders": z.object({
    warehouseId: name,
    orderIds: z.array(name, "fieldInvalid").min(1, "required").max(200, "fieldInvalid"),
  }),
  /** What this channel refused or could not be told is told again. */
  "tell-stock": z.object({ channelId: name }),
  /** `before` is what stands there now, and what undoing goes back to. */
  "rewrite-listing": z.object({
    listingId: name,
    field: z.enum(textFields, "fieldInvalid"),
    before: z.string("fieldInvalid").max(50_000, "tooLong"),
    after: z.string("fieldInvalid").min(1, "required").max(50_000, "tooLong"),
  }),
  "raise-alert": z.object({
    zoneId: name,
    kind: z.enum(["understaffed", "oversell-risk", "complaints-rising"], "fieldInvalid"),
    severity: z.enum(["watch", "wrong"], "fieldInvalid"),
    facts: z.record(z.string().max(40), z.union([z.number(), z.string().max(200)])),
  }),
  /** `fromCents` is the price it was decided on: where it has changed since, nothing is done. */
  "change-price": z.object({
    listingId: name,
    fromCents: cents,
    toCents: cents,
    currency: z.string("currencyUnknown").regex(/^[A-Z]{3}$/, "currencyUnknown"),
  }),
  /** What people want to keep an eye on. */
  "note-opportunity": z.object({ trendId: name }),
  /** A sentence at the end of what a listing says, which answers what buyers complain about. */
  "amend-listing": z.object({ listingId: name, gapId: name, sentence: z.string("fieldInvalid").min(1, "required").max(400, "tooLong") }),
  "note-supplier-issue": z.object({ gapId: name, note: z.string("fieldInvalid").min(1, "required").max(1_000, "tooLong") }),
} as const;

/** What agents can ask for, each by the name of its tool. */
export const toolCallSchema = z.discriminatedUnion("tool", [
  z.object({ tool: z.literal("plan-move"), input: toolInputs["plan-move"] }),
  z.object({ tool: z.literal("plan-count"), input: toolInputs["plan-count"] }),
  z.object({ tool: z.literal("prioritise-task"), input: toolInputs["prioritise-task"] }),
  z.object({ tool: z.literal("release-orders"), input: toolInputs["release-orders"] }),
  z.object({ tool: z.literal("tell-stock"), input: toolInputs["tell-stock"] }),
  z.object({ tool: z.literal("rewrite-listing"), input: toolInputs["rewrite-listing"] }),
  z.object({ tool: z.literal("raise-alert"), input: toolInputs["raise-alert"] }),
  z.object({ tool: z.literal("change-price"), input: toolInputs["change-price"] }),
  z.object({ tool: z.literal("note-opportunity"), input: toolInputs["note-opportunity"] }),
  z.object({ tool: z.literal("amend-listing"), input: toolInputs["amend-listing"] }),
  z.object({ tool: z.literal("note-supplier-issue"), input: toolInputs["note-supplier-issue"] }),
]);
export type ToolCall = z.infer<typeof toolCallSchema>;
export type ToolName = ToolCall["tool"];

export const toolNames = [
  ...(["plan-move", "plan-count", "prioritise-task", "release-orders"] as const),
  ...(["tell-stock", "raise-alert", "rewrite-listing", "change-price", "note-opportunity"] as const),
  ...(["amend-listing", "note-supplier-issue"] as const),
] as const;

export function isToolName(value: unknown): value is ToolName {
  return toolNames.some((name) => name === value);
}

/** What a marketplace was told it has heard. */
export function canBeUndone(tool: ToolName): boolean {
  return tool !== "tell-stock";
}
