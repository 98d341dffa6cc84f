import type { AgentKind } from "#app/domain/agents/kinds.ts";
import type { Outcome } from "#app/domain/agents/outcome.ts";
import type { Action } from "#app/domain/accounts/permissions.ts";
import { z } from "zod";
import type { Brain, Eyes } from "./brain.ts";

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

const nothing = (kind: AgentKind): Brain<object, null> => ({
  kind,
  scopes: ["warehouse:read", "warehouse:write", "channels:write"],
  settings: z.object({}),
  observe: () => Promise.resolve(null),
  decide: () => ({ decisions: [], messages: [], memory: {}, replaces: [] }),
});
const optimizerBrain = nothing("optimizer");
const syncBrain = nothing("sync");
const managerBrain = nothing("warehouse-manager");

export const brains: Record<AgentKind, AnyBrain> = {
  optimizer: closed(optimizerBrain),
  sync: closed(syncBrain),
  "warehouse-manager": closed(managerBrain),
};
