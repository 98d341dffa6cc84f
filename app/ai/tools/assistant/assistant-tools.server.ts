import type { ServiceContext } from "#app/domain/context.ts";
import { actorAllows } from "#app/domain/actor.ts";
import { approveProposalTool, listProposalsTool, rejectProposalTool } from "./agent-tools.server.ts";
import { listListingsTool, listProductsTool, readListingTool, readProductTool } from "./catalog-tools.server.ts";
import { moveTaskTool, planCountTool } from "./floor-acts.server.ts";
import { listAlertsTool, listReportsTool, listStockTool, listZonesTool, readReportTool, readZoneTool } from "./floor-tools.server.ts";
import { listChannelsTool, readAiSpendTool, readApprovalTool } from "./house-tools.server.ts";
import { changePriceTool, pauseListingTool, resumeListingTool, setListingStockTool } from "./listing-acts.server.ts";
import { explainChangeTool, findEntityTool, listMetricsTool, queryMetricsTool } from "./number-tools.server.ts";
import { listOrdersTool, readOrderTool } from "./order-tools.server.ts";
import {
  applyRecommendationTool,
  dismissRecommendationTool,
  listRecommendationsTool,
  readRecommendationTool,
} from "./selling-tools.server.ts";
import { answerQuestionTool, listQuestionsTool, listReviewsTool } from "./service-tools.server.ts";
import {
  listInteractionsTool,
  listPatternsTool,
  pinPatternTool,
  readInteractionTool,
  readPatternTool,
  searchInteractionsTool,
} from "./shopper-tools.server.ts";
import { listSitesTool, readSiteStatisticsTool } from "./site-tools.server.ts";
import type { AssistantTool } from "./tool.ts";
import { listTrendsTool, watchTrendTool } from "./trend-tools.server.ts";

type Caller = Pick<ServiceContext, "actor">;

const looking = [
  queryMetricsTool,
  explainChangeTool,
  findEntityTool,
  listMetricsTool,
  listProductsTool,
  readProductTool,
  listListingsTool,
  readListingTool,
  listChannelsTool,
  listOrdersTool,
  readOrderTool,
  listQuestionsTool,
  listReviewsTool,
  listRecommendationsTool,
  readRecommendationTool,
  listTrendsTool,
  listProposalsTool,
  listStockTool,
  listZonesTool,
  readZoneTool,
  listAlertsTool,
  listReportsTool,
  readReportTool,
  searchInteractionsTool,
  listInteractionsTool,
  readInteractionTool,
  listPatternsTool,
  readPatternTool,
  listSitesTool,
  readSiteStatisticsTool,
  readAiSpendTool,
  readApprovalTool,
];
const acting = [
  changePriceTool,
  pauseListingTool,
  resumeListingTool,
  setListingStockTool,
  answerQuestionTool,
  planCountTool,
  moveTaskTool,
  applyRecommendationTool,
  dismissRecommendationTool,
  approveProposalTool,
  rejectProposalTool,
  watchTrendTool,
  pinPatternTool,
];

/** Everything assistants can do, in the order they see it. */
export const assistantTools: readonly AssistantTool[] = [...looking, ...acting];

/** What this caller may use: the rest is not there for it. */
export function toolsFor(ctx: Caller): AssistantTool[] {
  return assistantTools.filter((tool) => mayUse(ctx, tool));
}

export function findTool(ctx: Caller, name: string): AssistantTool | undefined {
  return assistantTools.find((tool) => tool.name === name && mayUse(ctx, tool));
}

/** What waits for a person may be asked for by whoever can see what it would do; the person must be allowed to do it. */
function mayUse({ actor }: Caller, { effect, scope, askScope }: AssistantTool): boolean {
  return effect === "destructive" ? actorAllows(actor, askScope) && actorAllows(actor, "chat:write") : actorAllows(actor, scope);
}
