import { readMarket } from "#app/domain/market/read-market.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

export const marketVerbs: AreaVerbs = {
  verbs: { readMarket: { run: readMarket, needs: "agents:read" } },
  helpers: [],
  systemWork: ["keepPrices", "keepTrends", "wakeAgent"],
};
