import { z } from "zod";

/** Workers AI over REST: `POST /accounts/{id}/ai/run/{model}`. Checked on 2026-11-28. */
const part = z.union([
  z.strictObject({ type: z.literal("text"), text: z.string() }),
  z.strictObject({ type: z.literal("image_url"), image_url: z.strictObject({ url: z.string() }) }),
]);
const toolCall = z.strictObject({
  id: z.string(),
  type: z.literal("function"),
  function: z.strictObject({ name: z.string(), arguments: z.string() }),
});

const message = z.discriminatedUnion("role", [
  z.strictObject({ role: z.enum(["system", "user"]), content: z.union([z.string(), z.array(part)]) }),
  z.strictObject({
    role: z.literal("assistant"),
    content: z.string().nullish(),
    reasoning: z.string().optional(),
    tool_calls: z.array(toolCall).optional(),
  }),
  z.strictObject({ role: z.literal("tool"), name: z.string().optional(), tool_call_id: z.string().optional(), content: z.string() }),
]);

export const runRequest = z.strictObject({
  messages: z.array(message).min(1),
  max_tokens: z.number().int().min(1).optional(),
  temperature: z.number().min(0).max(5).optional(),
  top_p: z.number().min(0).max(2).optional(),
  seed: z.number().int().optional(),
  stream: z.boolean().optional(),
  reasoning_effort: z.enum(["low", "medium", "high"]).nullish(),
  tools: z
    .array(
      z.strictObject({
        type: z.literal("function"),
        function: z.strictObject({ name: z.string(), description: z.string().optional(), parameters: z.unknown() }),
      }),
    )
    .optional(),
  tool_choice: z
    .union([
      z.enum(["auto", "none", "required"]),
      z.strictObject({ type: z.literal("function"), function: z.strictObject({ name: z.string() }) }),
    ])
    .optional(),
  /** The schema stands bare here, without the envelope others want. */
  response_format: z
    .strictObject({ type: z.enum(["json_object", "json_schema"]), json_schema: z.record(z.string(), z.unknown()).optional() })
    .optional(),
});
export type RunRequest = z.infer<typeof runRequest>;

export const embedRunRequest = z.strictObject({
  text: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(100)]),
  pooling: z.enum(["mean", "cls"]).optional(),
});
