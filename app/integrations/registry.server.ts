import type { CallPacer, ChannelAdapter, RawArchive, VendorId } from "#app/domain/channels/ports.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { HttpClient } from "#app/platform/http/http-client.server.ts";
import { createMercadoLivreAdapter } from "./mercado-livre/adapter.server.ts";
import { createShopeeAdapter } from "./shopee/adapter.server.ts";

export type ChannelSettings = {
  mercadoLivre: { apiBaseUrl: string; authBaseUrl: string; clientId: string; clientSecret: string };
  shopee: { apiBaseUrl: string; authPageUrl: string; partnerId: string; partnerKey: string; pushKey: string };
};

type Outside = { http: HttpClient; clock: Clock; archive: RawArchive; pacerOf: (vendor: VendorId) => CallPacer };

/** Every marketplace that can be connected. A new one is one more line here. */
export function createChannelAdapters(settings: ChannelSettings, { pacerOf, ...shared }: Outside): Record<VendorId, ChannelAdapter> {
  return {
    "mercado-livre": createMercadoLivreAdapter({ ...settings.mercadoLivre, ...shared, pacer: pacerOf("mercado-livre") }),
    shopee: createShopeeAdapter({ ...settings.shopee, ...shared, pacer: pacerOf("shopee") }),
  };
}
