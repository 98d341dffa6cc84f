import { agentSettings, type SettingsOf } from "#app/domain/agents/settings.ts";
import type { Brain } from "../brain.ts";
import { decideTrends } from "./decide.ts";
import { observeTrends } from "./observe.server.ts";
import type { TrendsSeen } from "./seen.ts";

/** Listens to what people look for here and abroad, and says what of it has to do with own goods. */
export const globalTrendsBrain: Brain<SettingsOf<"global-trends">, TrendsSeen> = {
  kind: "global-trends",
  scopes: ["selling:read", "selling:write", "catalog:read", "channels:read"],
  settings: agentSettings["global-trends"],
  observe: observeTrends,
  decide: decideTrends,
};
