import { readAiStatus } from "#app/domain/ai/read-ai-status.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

export const aiVerbs: AreaVerbs = {
  verbs: {
    readAiStatus: { run: readAiStatus, needs: "workspace:read" },
  },
  helpers: ["knownBudget"],
  systemWork: ["announceBudget", "readBudgetSettings", "readModelCatalog", "recordCalls"],
};
