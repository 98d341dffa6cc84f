import { agentSettings, type SettingsOf } from "#app/domain/agents/settings.ts";
import type { Brain } from "../brain.ts";
import { decideCopy } from "./decide.ts";
import { observeListings } from "./observe.server.ts";
import type { CopySeen } from "./seen.ts";

/** Proposes better words for listings that are seen and not bought, or that their marketplace finds poor. */
export const copyMasterBrain: Brain<SettingsOf<"copy-master">, CopySeen> = {
  kind: "copy-master",
  scopes: ["catalog:read", "catalog:write", "channels:read", "orders:read", "service:read", "selling:read"],
  settings: agentSettings["copy-master"],
  observe: observeListings,
  decide: decideCopy,
};
