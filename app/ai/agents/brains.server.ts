import type { AgentKind } from "#app/domain/agents/kinds.ts";
import type { Outcome } from "#app/domain/agents/outcome.ts";
import type { Action } from "#app/domain/accounts/permissions.ts";
import type { Brain, Eyes } from "./brain.ts";
import { copyMasterBrain } from "./copy-master/brain.server.ts";
import { globalTrendsBrain } from "./global-trends/brain.server.ts";
import { optimizerBrain } from "./optimizer/brain.server.ts";
import { priceWatchBrain } from "./price-watch/brain.server.ts";
import { reviewGapsBrain } from "./review-gaps/brain.server.ts";
import { syncBrain } from "./sync/brain.server.ts";
import { managerBrain } from "./warehouse-manager/brain.server.ts";

/** A brain whose settings and sight nobody outside has to know. */
export type AnyBrain = { scopes: readonly Action[]; look(eyes: Eyes<unknown>): Promise<Outcome> };

function closed<Settings, Seen>(brain: Brain<Settings, Seen>): AnyBrain {
  return {
    scopes: brain.scopes,
    async look(eyes) {
      const settings = brain.settings.parse(eyes.settings);
      const seen = await brain.observe({ ...eyes, settings });
      return brain.decide(seen, settings, eyes.ctx.clock.now());
    },
  };
}

export const brains: Record<AgentKind, AnyBrain> = {
  optimizer: closed(optimizerBrain),
  sync: closed(syncBrain),
  "warehouse-manager": closed(managerBrain),
  "copy-master": closed(copyMasterBrain),
  "price-watch": closed(priceWatchBrain),
  "global-trends": closed(globalTrendsBrain),
  "review-gaps": closed(reviewGapsBrain),
};
