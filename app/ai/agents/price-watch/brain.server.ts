import { agentSettings, type SettingsOf } from "#app/domain/agents/settings.ts";
import type { Brain } from "../brain.ts";
import { decidePrices } from "./decide.ts";
import { observePrices } from "./observe.server.ts";
import type { PricesSeen } from "./seen.ts";

/** Watches how own prices stand, and proposes moves inside what each listing can bear. */
export const priceWatchBrain: Brain<SettingsOf<"price-watch">, PricesSeen> = {
  kind: "price-watch",
  scopes: ["selling:read", "catalog:read", "catalog:write"],
  settings: agentSettings["price-watch"],
  observe: observePrices,
  decide: decidePrices,
};
