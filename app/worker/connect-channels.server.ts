import { waitUntil } from "cloudflare:workers";
import type { ChannelDoor } from "#app/domain/channels/ports.ts";
import { createChannelAdapters } from "#app/integrations/registry.server.ts";
import { type Clock, systemClock } from "#app/platform/clock.ts";
import type { Logger } from "#app/platform/logging/logger.ts";
import { createPacer, type PacePolicy } from "#app/platform/pace.ts";
import { systemSleep } from "#app/platform/sleep.ts";
import { createChannelDoor } from "./channel-door.server.ts";
import type { Config } from "./config.server.ts";
import { outboundHttp } from "./outbound-http.server.ts";
import type { TokenAsk } from "./channel-tokens.object.server.ts";
import { type AnswerArchive, createRawArchive } from "./raw-archive.server.ts";
import { createRawRecorder } from "./raw-recorder.server.ts";

/** Where vendors publish no number: quick at first, halved by each refusal, and slowly back. */
const policy: PacePolicy = { startPerSecond: 200, maxPerSecond: 400, minPerSecond: 0.5, burst: 40, pauseMs: 1_000, maxPauseMs: 120_000 };
const pacer = createPacer({ clock: systemClock, sleep: systemSleep, policy });

/** The marketplaces as this environment reaches them. */
export function connectChannels(env: Env, config: Config, logger: Logger): ChannelDoor {
  const archive = rawArchive(env, systemClock);
  const recorder = createRawRecorder({ archive, clock: systemClock, logger, defer: waitUntil });
  const adapters = createChannelAdapters(config, {
    http: recorder.listenTo(outboundHttp(logger)),
    clock: systemClock,
    archive,
    pacerOf: (vendor) => ({
      turn: (operation) => pacer.turn(`${vendor}:${operation}`),
      accepted: (operation) => pacer.accepted(`${vendor}:${operation}`),
      throttled: (operation, retryAfterMs) => pacer.throttled(`${vendor}:${operation}`, retryAfterMs),
    }),
  });
  const objectOf = (channelId: string) => env.CHANNEL_TOKENS.get(env.CHANNEL_TOKENS.idFromName(channelId));
  const tokens = {
    accessToken: (ask: TokenAsk) => objectOf(ask.channelId).accessToken(ask),
    forget: (channelId: string) => objectOf(channelId).forget(),
  };
  return createChannelDoor(adapters, { tokens, recorder, archive });
}

/** Where vendors' answers lie in this environment. */
export function rawArchive(env: Pick<Env, "RAW_INTERACTIONS">, clock: Clock): AnswerArchive {
  return createRawArchive(env.RAW_INTERACTIONS, { clock, newId: () => crypto.randomUUID().slice(0, 8) });
}
