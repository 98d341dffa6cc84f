import { z } from "zod";

const name = z.string("fieldInvalid").regex(/^[\w.:-]{1,60}$/, "fieldInvalid");
const mark = z.string("fieldInvalid").max(40, "tooLong");
const priority = z.int("fieldInvalid").min(0, "fieldInvalid").max(1_000, "fieldInvalid");
const qty = z.int("fieldInvalid").min(1, "fieldInvalid").max(10_000_000, "fieldInvalid");

/** What agents can ask for, each by the name of its tool. */
export const toolCallSchema = z.discriminatedUnion("tool", [
  /** A task for people: goods from one bin to another of the same zone. */
  z.object({
    tool: z.literal("plan-move"),
    input: z.object({
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
  }),
  z.object({ tool: z.literal("plan-count"), input: z.object({ zoneId: name, binId: name, priority }) }),
  /** `was` is what undoing goes back to. */
  z.object({ tool: z.literal("prioritise-task"), input: z.object({ zoneId: name, taskId: name, priority, was: priority }) }),
  z.object({
    tool: z.literal("release-orders"),
    input: z.object({ warehouseId: name, orderIds: z.array(name, "fieldInvalid").min(1, "required").max(200, "fieldInvalid") }),
  }),
  /** Every channel that follows the warehouses hears again how many can be sold. */
  z.object({ tool: z.literal("tell-stock"), input: z.object({ channelId: name }) }),
  z.object({
    tool: z.literal("raise-alert"),
    input: z.object({
      zoneId: name,
      kind: z.enum(["understaffed", "oversell-risk"], "fieldInvalid"),
      severity: z.enum(["watch", "wrong"], "fieldInvalid"),
      facts: z.record(z.string().max(40), z.union([z.number(), z.string().max(200)])),
    }),
  }),
]);
export type ToolCall = z.infer<typeof toolCallSchema>;
export type ToolName = ToolCall["tool"];
export type ToolCallOf<Name extends ToolName> = Extract<ToolCall, { tool: Name }>;

export const toolNames = ["plan-move", "plan-count", "prioritise-task", "release-orders", "tell-stock", "raise-alert"] as const;
