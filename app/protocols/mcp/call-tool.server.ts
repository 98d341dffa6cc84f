import { type CallToolResult, ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import type { AssistantTool } from "#app/ai/tools/assistant/tool.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { toAppError } from "#app/domain/errors.ts";
import type { Asked } from "./asked.ts";
import { findMcpTool } from "./mcp-tools.server.ts";
import { refusalText } from "./refusal-text.server.ts";

type Call = { name: string; arguments?: Record<string, unknown> | undefined };

/** What a tool refuses is its answer, which a model reads and mends; only a name that is not there is an error of the protocol. */
export async function callTool(ctx: ServiceContext, { name, arguments: input = {} }: Call): Promise<CallToolResult> {
  const tool = findMcpTool(ctx, name);
  if (tool === undefined)
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no tool "${name.slice(0, 100)}" for this key.`);
  try {
    const answer =
      tool.effect === "destructive" ? await askFor(ctx, tool, input) : await tool.run(ctx, input, { key: ctx.ids.next("act") });
    return { content: [{ type: "text", text: JSON.stringify(answer) }], structuredContent: answer };
  } catch (error) {
    const refusal = toAppError(error);
    if (refusal === undefined) throw error;
    return { content: [{ type: "text", text: await refusalText(refusal) }], isError: true };
  }
}

async function askFor(ctx: ServiceContext, tool: AssistantTool, input: Record<string, unknown>): Promise<Asked> {
  if (tool.preview === null) throw new Error(`${tool.name} cannot say what it would do.`);
  const { title, effects } = await tool.preview(ctx, input);
  const source = { kind: "mcp", id: ctx.stamp.id } as const;
  const asked = { tool: tool.name, input, scope: tool.scope, title, effects, isDestructive: true, source };
  const { id, expiresAt } = await askApproval(ctx, asked);
  return { approvalId: id, state: "waiting", title, effects, decideAt: `${ctx.publicUrl}/approvals`, expiresAt };
}
