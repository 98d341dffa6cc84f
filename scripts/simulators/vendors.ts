import { createGeminiSimulator } from "#app/integrations/gemini/simulator.ts";
import { createGroqSimulator } from "#app/integrations/groq/simulator.ts";
import { createMailSimulator } from "#app/integrations/mail/simulator.ts";
import { createMercadoLivreSimulator } from "#app/integrations/mercado-livre/simulator.ts";
import { createOpenaiSimulator } from "#app/integrations/openai/simulator.ts";
import { createShopeeSimulator } from "#app/integrations/shopee/simulator.ts";
import type { Simulator } from "#app/integrations/simulator.ts";
import { createWorkersAiSimulator } from "#app/integrations/workers-ai/simulator.ts";
import { createOffersFeedSimulator } from "#app/integrations/offers-feed/simulator.ts";
import { createTrendSourceSimulator } from "#app/integrations/trend-source/simulator.ts";
import { readSettings } from "#scripts/dev/settings.ts";

/** Every third party that is played locally. A new vendor is one more line here. */
export function createSimulators(): Simulator[] {
  const { appUrl } = readSettings();
  return [
    createMailSimulator(),
    createMercadoLivreSimulator({ callbackUrl: `${appUrl}/hooks/mercado-livre` }),
    createShopeeSimulator(),
    createGroqSimulator(),
    createOpenaiSimulator(),
    createGeminiSimulator(),
    createWorkersAiSimulator(),
    createOffersFeedSimulator(),
    createTrendSourceSimulator(),
  ];
}
