import { agentSettings, type SettingsOf } from "#app/domain/agents/settings.ts";
import type { Brain } from "../brain.ts";
import { decideReviews } from "./decide.ts";
import { observeReviews } from "./observe.server.ts";
import type { ReviewsSeen } from "./seen.ts";

/** Reads what buyers complain about, and proposes what can mend it: words, a supplier's work, or people's attention. */
export const reviewGapsBrain: Brain<SettingsOf<"review-gaps">, ReviewsSeen> = {
  kind: "review-gaps",
  scopes: ["service:read", "service:write", "catalog:read", "catalog:write", "warehouse:read", "warehouse:write"],
  settings: agentSettings["review-gaps"],
  observe: observeReviews,
  decide: decideReviews,
};
