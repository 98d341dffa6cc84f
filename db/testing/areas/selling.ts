import { countRecommendations } from "#app/domain/selling/count-recommendations.server.ts";
import { advisePattern } from "#app/domain/selling/advise-pattern.server.ts";
import { applyRecommendation } from "#app/domain/selling/apply-recommendation.server.ts";
import { decideRecommendation } from "#app/domain/selling/decide-recommendation.server.ts";
import { dismissRecommendation } from "#app/domain/selling/dismiss-recommendation.server.ts";
import { listRecommendations } from "#app/domain/selling/list-recommendations.server.ts";
import { readPriceSignals } from "#app/domain/selling/read-price-signals.server.ts";
import { readRecommendation } from "#app/domain/selling/read-recommendation.server.ts";
import { listTopAdvice } from "#app/domain/selling/list-top-advice.server.ts";
import { readScore } from "#app/domain/selling/read-score.server.ts";
import { readScoreSummary } from "#app/domain/selling/read-score-summary.server.ts";
import { reopenRecommendation } from "#app/domain/selling/reopen-recommendation.server.ts";
import { encodeCursor } from "#app/platform/cursor.ts";
import type { AreaVerbs, MemberVerb } from "../verb-walk.ts";

const decision = {
  needs: "selling:write",
  foreignAnswer: "not_found",
  foreign: (other) => ({ id: other.shop.adviceId }),
} as const satisfies Partial<MemberVerb>;

const score: Record<string, MemberVerb> = {
  readScore: { run: readScore, needs: "selling:read" },
  listTopAdvice: { run: listTopAdvice, needs: "selling:read" },
  readScoreSummary: { run: readScoreSummary, needs: "selling:read" },
};

const prices: Record<string, MemberVerb> = {
  readPriceSignals: { run: readPriceSignals, needs: "selling:read", input: () => ({ afterId: "", limit: 10 }) },
};

const advice: Record<string, MemberVerb> = {
  advisePattern: {
    run: advisePattern,
    needs: "selling:write",
    input: (home) => ({ id: home.shop.patternId }),
    fields: { id: "text" },
    foreign: (other) => ({ id: other.shop.patternId }),
    foreignAnswer: "not_found",
  },
  countRecommendations: { run: countRecommendations, needs: "selling:read" },
  listRecommendations: {
    run: listRecommendations,
    needs: "selling:read",
    fields: {
      limit: "optionalNumber",
      cursor: "optionalText",
      state: "optionalChoice",
      group: "optionalChoice",
      channelId: "optionalText",
    },
    foreign: (other) => ({ channelId: other.shop.channelId, cursor: encodeCursor(["-priority", 100, `${other.shop.adviceId}z`]) }),
  },
  readRecommendation: {
    run: readRecommendation,
    needs: "selling:read",
    input: (home) => ({ id: home.shop.adviceId }),
    fields: { id: "text" },
    foreign: (other) => ({ id: other.shop.adviceId }),
    foreignAnswer: "not_found",
  },
  applyRecommendation: {
    ...decision,
    run: applyRecommendation,
    input: (home) => ({ id: home.shop.adviceId }),
    fields: { id: "text" },
  },
  dismissRecommendation: {
    ...decision,
    run: dismissRecommendation,
    input: (home) => ({ id: home.shop.adviceId, reason: "not-now" }),
    fields: { id: "text", reason: "choice" },
    foreign: (other) => ({ id: other.shop.adviceId, reason: "not-now" }),
  },
  reopenRecommendation: {
    ...decision,
    run: reopenRecommendation,
    input: (home) => ({ id: home.shop.adviceId }),
    fields: { id: "text" },
  },
  decideRecommendation: {
    ...decision,
    run: decideRecommendation,
    input: (home) => ({ id: home.shop.adviceId, state: "dismissed", reason: "not-now" }),
    fields: { id: "text", state: "choice", reason: "optionalChoice" },
    foreign: (other) => ({ id: other.shop.adviceId, state: "open" }),
  },
};

export const sellingVerbs: AreaVerbs = {
  verbs: { ...score, ...prices, ...advice },
  helpers: [
    "applyRemedy",
    "factsOf",
    "findAdvice",
    "keepFindings",
    "readAdvisedPatterns",
    "readChannelFacts",
    "readListingFacts",
    "readListingFigures",
    "readShopperSigns",
    "readSkuFacts",
    "readTradeFigures",
    "soldUnits",
    "toRecommendation",
    "withReason",
    "withoutReason",
  ],
  systemWork: ["refreshAdvice", "refreshAdviceFrom", "measureRecommendations"],
};
