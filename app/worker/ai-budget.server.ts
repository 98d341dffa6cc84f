import type { AiBudget } from "#app/domain/ai/ports.ts";

/** A budget of a house without models: nothing is spent. */
export const noBudget: AiBudget = {
  status: () => Promise.resolve({ day: "", month: "", caps: [], callsUnderWay: 0 }),
  settingsChanged: () => Promise.resolve(),
};
