import { agentSettings, type SettingsOf } from "#app/domain/agents/settings.ts";
import type { Brain } from "../brain.ts";
import { decideOptimizer } from "./decide.ts";
import { observeFloor } from "./observe.server.ts";
import type { OptimizerSeen } from "./seen.ts";

/** Makes walks shorter: better shelves, refills in time, orders picked together. */
export const optimizerBrain: Brain<SettingsOf<"optimizer">, OptimizerSeen> = {
  kind: "optimizer",
  scopes: ["warehouse:read", "warehouse:write"],
  settings: agentSettings.optimizer,
  observe: observeFloor,
  decide: decideOptimizer,
};
