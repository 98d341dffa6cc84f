import { type CallToolResult, type InputRequiredResult, ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { AssistantTool, ToolAnswer } from "#app/ai/tools/assistant/tool.ts";
import { answeredOnce } from "#app/domain/answer-once.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { parseInput, toAppError } from "#app/domain/errors.ts";
import type { Person } from "./ask-back.server.ts";
import type { Asked } from "./asked.ts";
import { askTool, findMcpTool } from "./mcp-tools.server.ts";
import { refusalText } from "./refusal-text.server.ts";

type Call = { name: string; arguments?: Record<string, unknown> | undefined; _meta?: Record<string, unknown> | undefined };

/**
 * Where a client names a call: sent again under the same name, as after an answer that was lost, what it does is done once. It is no
 * argument, because clients send calls again and not models.
 */
export const idempotencyMeta = "entrepot/idempotencyKey";
const nameSchema = z.string("fieldInvalid").max(200, "fieldInvalid").optional();
const answerSchema = z.record(z.string(), z.unknown());

/** What a tool refuses is its answer, which a model reads and mends; only a name that is not there is an error of the protocol. */
export async function callTool(
  ctx: ServiceContext,
  { name, arguments: input = {}, _meta: meta = {} }: Call,
  person: Person,
): Promise<CallToolResult | InputRequiredResult> {
  const tool = findMcpTool(ctx, name);
  if (tool === undefined)
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no tool "${name.slice(0, 100)}" for this key.`);
  try {
    const answer = await answerOf(ctx, { tool, input, callName: meta[idempotencyMeta], meant: tool === askTool ? person.meant : null });
    return { content: [{ type: "text", text: JSON.stringify(answer) }], structuredContent: answer };
  } catch (error) {
    const refusal = toAppError(error);
    if (refusal === undefined) throw error;
    const question = person.ask(refusal);
    if (question !== undefined) return question;
    return { content: [{ type: "text", text: await refusalText(refusal) }], isError: true };
  }
}

type Asking = { tool: AssistantTool; input: Record<string, unknown>; callName: unknown; meant: string | null };

async function answerOf(ctx: ServiceContext, { tool, input, callName, meant }: Asking): Promise<ToolAnswer> {
  const run = (key: string): Promise<ToolAnswer> =>
    tool.effect === "destructive"
      ? askFor(ctx, tool, input)
      : tool.run(ctx, meant === null ? input : { ...input, question: meant }, { key });
  const { [idempotencyMeta]: name } = parseInput(z.object({ [idempotencyMeta]: nameSchema }), { [idempotencyMeta]: callName });
  const changesNothing = tool.effect === "read" && tool.isIdempotent;
  if (name === undefined || changesNothing) return run(ctx.ids.next("act"));
  const content = `${tool.name}\n${JSON.stringify(input)}`;
  const { body } = await answeredOnce(ctx, { name, field: idempotencyMeta, content }, async (key) => ({
    status: 200,
    body: JSON.stringify(await run(`act_${key.slice(0, 32)}`)),
  }));
  return answerSchema.parse(JSON.parse(body));
}

async function askFor(ctx: ServiceContext, tool: AssistantTool, input: Record<string, unknown>): Promise<Asked> {
  if (tool.preview === null) throw new Error(`${tool.name} cannot say what it would do.`);
  const { title, effects } = await tool.preview(ctx, input);
  const source = { kind: "mcp", id: ctx.stamp.id } as const;
  const asked = { tool: tool.name, input, scope: tool.scope, title, effects, isDestructive: true, source };
  const { id, expiresAt } = await askApproval(ctx, asked);
  return { approvalId: id, state: "waiting", title, effects, decideAt: `${ctx.publicUrl}/approvals`, expiresAt };
}
