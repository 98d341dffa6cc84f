import { runScheduled } from "./worker/cron/run-scheduled.server.ts";
import { createDeps } from "./worker/context.server.ts";
import { handleFetch } from "./middleware/handle-fetch.server.ts";
import { consumeBatch } from "./worker/queues/consume.server.ts";

export default {
  fetch: (request, env, execution) => handleFetch(createDeps(env, execution), request),
  queue: (batch, env, execution) => consumeBatch(createDeps(env, execution), batch),
  scheduled: (event, env, execution) => runScheduled(createDeps(env, execution), event.cron),
} satisfies ExportedHandler<Env>;

export { ExportWorkflow } from "./worker/workflows/export.workflow.server.ts";
export { ChannelSyncWorkflow } from "./worker/workflows/channel-sync.workflow.server.ts";
export { ProcessInteractionWorkflow } from "./worker/workflows/process-interaction.workflow.server.ts";
export { AccessGateObject } from "./worker/access-gate.object.server.ts";
export { AiBudgetObject } from "./worker/ai-budget.object.server.ts";
export { AssistantQuestionsObject } from "./worker/assistant-questions.object.server.ts";
export { AgentObject } from "./worker/agent.object.server.ts";
export { MarketObject } from "./worker/market.object.server.ts";
export { VisitorSessionObject } from "./worker/visitor-session.object.server.ts";
export { SiteFeedObject } from "./worker/site-feed.object.server.ts";
export { ChannelTokensObject } from "./worker/channel-tokens.object.server.ts";
export { ConversationRoom, WarehouseZoneRoom, WorkspaceLiveRoom } from "./worker/rooms.server.ts";
export { RateLimiterObject } from "./platform/rate-limit/rate-limiter.object.server.ts";
