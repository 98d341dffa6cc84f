import { z } from "zod";
import type { AgentKind } from "./kinds.ts";

/** What people may set for each agent; everything has a value of its own until somebody does. */
export const agentSettings = {
  optimizer: z.object({}),
  sync: z.object({}),
  "warehouse-manager": z.object({}),
} as const satisfies Record<AgentKind, z.ZodObject>;

/** What is kept may be older than what is asked for today: what no longer fits falls back to the usual. */
export function settingsOf(kind: AgentKind, kept: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const schema = agentSettings[kind];
  const parsed = schema.safeParse(kept);
  return parsed.success ? parsed.data : schema.parse({});
}
