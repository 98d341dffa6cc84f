import type { AssistantTool } from "#app/ai/tools/assistant/tool.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import type { ApprovalSource } from "#app/domain/approvals/schemas.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { AnswerPart } from "#app/domain/conversations/parts.ts";

type Proposed = Extract<AnswerPart, { type: "approval" }>;

/** Shows what a tool would do and puts it before people: nothing is done here. Refused where it cannot be done at all. */
export async function proposeAct(
  ctx: ServiceContext,
  { tool, input, source }: { tool: AssistantTool; input: Record<string, unknown>; source: { kind: ApprovalSource; id: string } },
): Promise<Proposed> {
  if (tool.preview === null) throw new Error(`${tool.name} cannot say what it would do.`);
  const { title, effects } = await tool.preview(ctx, input);
  const { id } = await askApproval(ctx, {
    tool: tool.name,
    input,
    scope: tool.scope,
    title,
    effects,
    isDestructive: tool.effect === "destructive",
    source,
  });
  return { type: "approval", approvalId: id, tool: tool.name, title, effects, needs: [tool.askScope] };
}
