import { createCircuitBreakers } from "#app/platform/circuit-breakers.ts";
import { systemClock } from "#app/platform/clock.ts";
import { createHttpClient, type HttpClient } from "#app/platform/http/http-client.server.ts";
import type { Logger } from "#app/platform/logging/logger.ts";
import { systemSleep } from "#app/platform/sleep.ts";

/** Shared by all requests of an isolate: a vendor that is down is left alone by everybody. */
const breakers = createCircuitBreakers({ clock: systemClock });

/** The one way out of the Worker. */
export function outboundHttp(logger: Logger): HttpClient {
  return createHttpClient({
    fetch: (url, init) => fetch(url, init),
    clock: systemClock,
    random: Math.random,
    sleep: systemSleep,
    logger,
    breakers,
  });
}
