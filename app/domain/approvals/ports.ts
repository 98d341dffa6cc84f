import type { ServiceContext } from "../context.ts";

type ApprovalCall = { tool: string; input: Record<string, unknown> };

/** What can be done after a yes. Both check the rights of whoever holds the context. */
export type ApprovalTools = {
  /** What it would do as things stand now, in the context's language; refuses what cannot be done at all. */
  preview(ctx: ServiceContext, call: ApprovalCall): Promise<{ title: string; effects: string[] }>;
  /** `key` names the act: the same again is done once. */
  run(ctx: ServiceContext, call: ApprovalCall, key: string): Promise<Record<string, unknown>>;
};
