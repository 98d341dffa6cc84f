import type { ChannelAccount } from "#app/domain/channels/ports.ts";
import { localClientId, localClientSecret } from "./simulator/tokens.ts";

/** What a local app is configured with; `baseUrl` is where the simulator is mounted. */
export function localMercadoLivre(baseUrl: string) {
  return { apiBaseUrl: baseUrl, authBaseUrl: baseUrl, clientId: localClientId, clientSecret: localClientSecret };
}

export const simulatedNowMs = Date.UTC(2026, 10, 20, 13);
export const demoAccount: ChannelAccount = { vendor: "mercado-livre", accountRef: "200300", site: "MLB" };
