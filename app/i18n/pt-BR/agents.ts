import type { agents as source } from "../en/agents.ts";
import type { Translation } from "../translation.ts";
import { copyMasterRules } from "./agents/copy-master-rules.ts";
import { managerRules } from "./agents/manager-rules.ts";
import { optimizerRules } from "./agents/optimizer-rules.ts";
import { priceRules } from "./agents/price-rules.ts";
import { syncRules } from "./agents/sync-rules.ts";
import { trendRules } from "./agents/trend-rules.ts";

/** O que os agentes dizem de si, do que viram e do que propõem. */
export const agents: Translation<typeof source> = {
  rules: { ...optimizerRules, ...syncRules, ...managerRules, ...copyMasterRules, ...priceRules, ...trendRules },
};
