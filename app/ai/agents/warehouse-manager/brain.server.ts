import { agentSettings, type SettingsOf } from "#app/domain/agents/settings.ts";
import type { Brain } from "../brain.ts";
import { decideManager } from "./decide.ts";
import { observeWork } from "./observe.server.ts";
import type { ManagerSeen } from "./seen.ts";

/** Watches what waits and who is there, brings forward what is late, and asks the others for what is missing. */
export const managerBrain: Brain<SettingsOf<"warehouse-manager">, ManagerSeen> = {
  kind: "warehouse-manager",
  scopes: ["warehouse:read", "warehouse:write"],
  settings: agentSettings["warehouse-manager"],
  observe: observeWork,
  decide: decideManager,
};
