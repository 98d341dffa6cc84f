import { findTool } from "#app/ai/tools/assistant/assistant-tools.server.ts";
import type { AssistantTool } from "#app/ai/tools/assistant/tool.ts";
import type { ApprovalTools } from "#app/domain/approvals/ports.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";

/** What approvals let happen: everything assistants can do. */
export const approvalTools: ApprovalTools = {
  async preview(ctx, { tool, input }) {
    const { preview } = toolNamed(ctx, tool);
    if (preview === null) throw new AppError("conflict", "approvalUnknownTool");
    return preview(ctx, input);
  },
  run: (ctx, { tool, input }, key) => toolNamed(ctx, tool).run(ctx, input, { key }),
};

function toolNamed(ctx: ServiceContext, name: string): AssistantTool {
  const tool = findTool(ctx, name);
  if (tool === undefined) throw new AppError("conflict", "approvalUnknownTool");
  return tool;
}
