import { copyMasterRules } from "./agents/copy-master-rules.ts";
import { managerRules } from "./agents/manager-rules.ts";
import { optimizerRules } from "./agents/optimizer-rules.ts";
import { priceRules } from "./agents/price-rules.ts";
import { reviewRules } from "./agents/review-rules.ts";
import { syncRules } from "./agents/sync-rules.ts";
import { trendRules } from "./agents/trend-rules.ts";

/** What agents say of themselves, of what they saw, and of what they propose. */
export const agents = {
  rules: { ...optimizerRules, ...syncRules, ...managerRules, ...copyMasterRules, ...priceRules, ...trendRules, ...reviewRules },
  /** What reviews and questions are about. */
  topics: {
    delivery: "delivery",
    packaging: "packaging",
    quality: "quality",
    "not-working": "does not work",
    safety: "safety",
    size: "size",
    voltage: "voltage",
    compatibility: "what it fits",
    mismatch: "other than described",
    colour: "colour",
    "wrong-item": "wrong goods sent",
    "missing-parts": "missing parts",
    instructions: "instructions",
    smell: "smell",
    noise: "noise",
    battery: "battery",
    leak: "leaks",
    "used-item": "looks used",
    authenticity: "not genuine",
    service: "service",
    price: "price",
  },
} as const;
