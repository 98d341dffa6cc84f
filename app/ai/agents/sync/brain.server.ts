import { agentSettings, type SettingsOf } from "#app/domain/agents/settings.ts";
import type { Brain } from "../brain.ts";
import { decideSync } from "./decide.ts";
import { observeChannels } from "./observe.server.ts";
import type { SyncSeen } from "./seen.ts";

/** Keeps what marketplaces show in step with what can be sold, and says why where the two differ. */
export const syncBrain: Brain<SettingsOf<"sync">, SyncSeen> = {
  kind: "sync",
  scopes: ["channels:read", "channels:write", "warehouse:read", "warehouse:write"],
  settings: agentSettings.sync,
  observe: observeChannels,
  decide: decideSync,
};
