import { copyMasterRules } from "./agents/copy-master-rules.ts";
import { managerRules } from "./agents/manager-rules.ts";
import { optimizerRules } from "./agents/optimizer-rules.ts";
import { priceRules } from "./agents/price-rules.ts";
import { syncRules } from "./agents/sync-rules.ts";
import { trendRules } from "./agents/trend-rules.ts";

/** What agents say of themselves, of what they saw, and of what they propose. */
export const agents = {
  rules: { ...optimizerRules, ...syncRules, ...managerRules, ...copyMasterRules, ...priceRules, ...trendRules },
} as const;
