import { type ToolCall, toolCallSchema, toolNames } from "./tool-inputs.ts";

/** Everything agents can be asked to do, by name. */
export const agentActions: readonly ToolCall["tool"][] = toolNames;

/** What is to be done, where a tool takes it like this. */
export function readCall(value: unknown): ToolCall | undefined {
  return toolCallSchema.safeParse(value).data;
}
