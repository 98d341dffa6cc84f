import { decideTrend } from "#app/domain/trends/decide-trend.server.ts";
import { listTrends } from "#app/domain/trends/list-trends.server.ts";
import { readTrend } from "#app/domain/trends/read-trend.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

export const trendsVerbs: AreaVerbs = {
  verbs: {
    listTrends: {
      run: listTrends,
      needs: "selling:read",
      fields: {
        limit: "optionalNumber",
        cursor: "optionalText",
        state: "optionalChoice",
        region: "optionalChoice",
        direction: "optionalChoice",
      },
    },
    readTrend: {
      run: readTrend,
      needs: "selling:read",
      input: (home) => ({ id: home.shop.trendId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.trendId }),
      foreignAnswer: "not_found",
    },
    decideTrend: {
      run: decideTrend,
      needs: "selling:write",
      input: (home) => ({ id: home.shop.trendId, state: "watched" }),
      fields: { id: "text", state: "choice" },
      foreign: (other) => ({ id: other.shop.trendId, state: "watched" }),
      foreignAnswer: "not_found",
    },
  },
  helpers: [],
  systemWork: [
    "explainTrend",
    "keepObservations",
    "readKnownUntil",
    "readMarketTrends",
    "listJudgedTrends",
    "listTrendGoods",
    "ownGoods",
    "refreshTrends",
  ],
};
