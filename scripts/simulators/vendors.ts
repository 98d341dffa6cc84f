import { createMailSimulator } from "#app/integrations/mail/simulator.ts";
import { createShopeeSimulator } from "#app/integrations/shopee/simulator.ts";
import type { Simulator } from "#app/integrations/simulator.ts";

/** Every third party that is played locally. A new vendor is one more line here. */
export function createSimulators(): Simulator[] {
  return [createMailSimulator(), createShopeeSimulator()];
}
