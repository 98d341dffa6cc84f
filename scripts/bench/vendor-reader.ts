import type { ChannelClient } from "#app/domain/channels/ports.ts";
import { createChannelAdapters } from "#app/integrations/registry.server.ts";
import { createCircuitBreakers } from "#app/platform/circuit-breakers.ts";
import { systemClock } from "#app/platform/clock.ts";
import { createHttpClient } from "#app/platform/http/http-client.server.ts";
import { createMemoryLog } from "#app/platform/logging/logger.ts";
import { systemSleep } from "#app/platform/sleep.ts";
import type { PlayedVendors } from "./played-vendors.ts";

/** A line of our own to the played Mercado Livre. It takes the grant over: the app's own tokens end here. */
export async function readerOf({ vars, control }: PlayedVendors, accountRef: string): Promise<ChannelClient> {
  const { access_token: token } = (await control("POST act", { vendor: "mercado-livre", action: "grant", seller: Number(accountRef) })) as {
    access_token: string;
  };
  const unused = { clientId: "", clientSecret: "", partnerId: "", partnerKey: "", pushKey: "", authPageUrl: "", authBaseUrl: "" };
  const adapters = createChannelAdapters(
    {
      mercadoLivre: { ...unused, apiBaseUrl: vars["MERCADO_LIVRE_API_URL"] ?? "" },
      shopee: { ...unused, apiBaseUrl: vars["SHOPEE_API_URL"] ?? "" },
    },
    {
      http: createHttpClient({
        fetch: (url, init) => fetch(url, init),
        clock: systemClock,
        random: Math.random,
        sleep: systemSleep,
        logger: createMemoryLog(),
        breakers: createCircuitBreakers({ clock: systemClock }),
      }),
      clock: systemClock,
      archive: { keep: () => Promise.resolve() },
      pacerOf: () => ({ turn: () => Promise.resolve(), accepted: () => undefined, throttled: () => undefined }),
    },
  );
  return adapters["mercado-livre"].open({ vendor: "mercado-livre", accountRef, site: "MLB" }, () => Promise.resolve(token));
}
