import type { ChannelDoor } from "#app/domain/channels/ports.ts";
import { createChannelAdapters } from "#app/integrations/registry.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import type { Logger } from "#app/platform/logging/logger.ts";
import { createPacer, type PacePolicy } from "#app/platform/pace.ts";
import { systemSleep } from "#app/platform/sleep.ts";
import { createChannelDoor } from "./channel-door.server.ts";
import type { Config } from "./config.server.ts";
import { outboundHttp } from "./outbound-http.server.ts";
import { createRawArchive } from "./raw-archive.server.ts";

/** Where vendors publish no number: quick at first, halved by each refusal, and slowly back. */
const policy: PacePolicy = { startPerSecond: 200, maxPerSecond: 400, minPerSecond: 0.5, burst: 40, pauseMs: 1_000, maxPauseMs: 120_000 };
const pacer = createPacer({ clock: systemClock, sleep: systemSleep, policy });

/** The marketplaces as this environment reaches them. */
export function connectChannels(env: Env, config: Config, logger: Logger): ChannelDoor {
  const adapters = createChannelAdapters(config, {
    http: outboundHttp(logger),
    clock: systemClock,
    archive: createRawArchive(env.RAW_INTERACTIONS),
    pacerOf: (vendor) => ({
      turn: (operation) => pacer.turn(`${vendor}:${operation}`),
      accepted: (operation) => pacer.accepted(`${vendor}:${operation}`),
      throttled: (operation, retryAfterMs) => pacer.throttled(`${vendor}:${operation}`, retryAfterMs),
    }),
  });
  const objectOf = (channelId: string) => env.CHANNEL_TOKENS.get(env.CHANNEL_TOKENS.idFromName(channelId));
  return createChannelDoor(adapters, {
    accessToken: (ask) => objectOf(ask.channelId).accessToken(ask),
    forget: (channelId) => objectOf(channelId).forget(),
  });
}
