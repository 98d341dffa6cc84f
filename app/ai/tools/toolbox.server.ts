import type { Toolbox } from "#app/domain/agents/apply-proposal.server.ts";
import type { ToolName } from "#app/domain/agents/tool-inputs.ts";
import { requirePermission, type ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import { planCount, planMove, prioritiseTask, raisesAlert } from "./floor-tools.server.ts";
import { rewritesListing } from "./listing-tools.server.ts";
import { amendsListing, notesSupplierIssue } from "./review-tools.server.ts";
import { releasesOrders, tellStockAgain } from "./order-tools.server.ts";
import { changesPrice } from "./price-tools.server.ts";
import { notesOpportunity } from "./trend-tools.server.ts";
import type { Act } from "./act.ts";

const tools: Record<ToolName, Act> = {
  "plan-move": planMove,
  "plan-count": planCount,
  "prioritise-task": prioritiseTask,
  "release-orders": releasesOrders,
  "tell-stock": tellStockAgain,
  "rewrite-listing": rewritesListing,
  "raise-alert": raisesAlert,
  "change-price": changesPrice,
  "note-opportunity": notesOpportunity,
  "amend-listing": amendsListing,
  "note-supplier-issue": notesSupplierIssue,
};

/** Everything agents can do. Each tool asks for the right it needs before it does anything, whoever holds it. */
export const toolbox: Toolbox = {
  run: async (ctx, { tool, input }, key) => theAct(ctx, tool).run(ctx, input, key),
  async undo(ctx, { tool, input }, result, key) {
    const { undo } = theAct(ctx, tool);
    if (undo === null) throw new AppError("conflict", "proposalNotUndoable");
    await undo(ctx, input, result, key);
  },
  async letGo(ctx, { tool, input }, key) {
    await theAct(ctx, tool).letGo?.(ctx, input, key);
  },
};

function theAct(ctx: ServiceContext, name: ToolName): Act {
  requirePermission(ctx, tools[name].scope);
  return tools[name];
}
