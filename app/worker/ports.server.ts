import type { Catalogs } from "#app/ai/gateway/catalogs.ts";
import { type House, usualPatience } from "#app/ai/gateway/house.ts";
import { createModels } from "#app/ai/gateway/models.ts";
import { createTextVectors } from "#app/ai/gateway/text-vectors.ts";
import type { MailRequest, MailSealer, Sealer } from "#app/domain/accounts/ports.ts";
import type { ModelKits } from "#app/domain/ai/model-kits.ts";
import { readModelCatalog } from "#app/domain/ai/read-model-catalog.server.ts";
import type { ChannelDoor } from "#app/domain/channels/ports.ts";
import type { Ports, ServiceContext } from "#app/domain/context.ts";
import type { Webhooks } from "#app/domain/triggers/ports.ts";
import { createModelProbe } from "#app/integrations/model-probe.server.ts";
import { createOffersFeed } from "#app/integrations/offers-feed/adapter.server.ts";
import { createTrendFeeds } from "#app/integrations/trend-source/adapter.server.ts";
import { type Clock, systemClock } from "#app/platform/clock.ts";
import { open, seal } from "#app/platform/crypto/envelope.server.ts";
import { hashPassword, verifyPassword } from "#app/platform/crypto/password.server.ts";
import type { IdSource } from "#app/platform/ids.ts";
import type { Logger } from "#app/platform/logging/logger.ts";
import { createDurableRateLimiter } from "#app/platform/rate-limit/durable-rate-limiter.server.ts";
import { systemSleep } from "#app/platform/sleep.ts";
import { createAgentRooms } from "./agent-rooms.server.ts";
import { createAiBudget, createGovernor } from "./ai-budget.server.ts";
import type { Config } from "./config.server.ts";
import { createAttachmentStore } from "./attachment-store.server.ts";
import { createConversationRooms } from "./conversation-rooms.server.ts";
import { createTokens } from "./tokens.server.ts";
import { createExportStore } from "./export-store.server.ts";
import { createFloorArchive } from "./floor-archive.server.ts";
import { createMarketRooms } from "./market-rooms.server.ts";
import { outboundHttp } from "./outbound-http.server.ts";
import { createSessionArchive } from "./session-archive.server.ts";
import { createShopperRooms } from "./shopper-rooms.server.ts";
import { createVectorIndex } from "./vector-index.server.ts";
import { createZoneRooms } from "./zone-rooms.server.ts";

/** How models are reached, and what workspaces allow of it. */
export type ModelAccess = { kits: ModelKits; catalogs: Catalogs; fetch: typeof fetch };

type Outside = {
  env: Env;
  config: Config;
  clock: Clock;
  ids: IdSource;
  logger: Logger;
  modelAccess: ModelAccess;
  channelDoor: () => ChannelDoor;
  webhooks: () => Webhooks;
  defer: (work: Promise<unknown>) => void;
};

/** The outside world, plugged into what the domain declared. `enter` is for what a port itself reads in a workspace. */
export function createPorts(outside: Outside, enter: (workspaceId: string) => ServiceContext): Ports {
  const { env, config, clock, ids, logger, defer } = outside;
  const house: House = {
    ...outside.modelAccess,
    governor: createGovernor(env),
    loadCatalog: (workspaceId) => readModelCatalog(enter(workspaceId)),
    // The object that keeps the budget has no other clock.
    clock: systemClock,
    sleep: systemSleep,
    random: Math.random,
    ids,
    logger,
    patience: usualPatience,
    defer,
  };
  return {
    passwords: { hash: hashPassword, verify: verifyPassword },
    ...createSealers(config),
    tokens: createTokens(config, { clock, ids }),
    exportStore: createExportStore(env.EXPORTS),
    channelDoor: outside.channelDoor(),
    webhooks: outside.webhooks(),
    zoneRooms: createZoneRooms(env.WAREHOUSE_ZONE),
    floorArchive: createFloorArchive(env.EXPORTS),
    agentRooms: createAgentRooms(env.AGENT),
    marketRooms: createMarketRooms(env.MARKET),
    shopperRooms: createShopperRooms(env),
    conversationRooms: createConversationRooms(env.CONVERSATION),
    attachmentStore: createAttachmentStore(env.ASSETS_BUCKET),
    sessionArchive: createSessionArchive(env.RAW_INTERACTIONS),
    models: createModels(house),
    textVectors: createTextVectors(house),
    vectorIndex: createVectorIndex(env),
    aiBudget: createAiBudget(env),
    modelProbe: createModelProbe({ http: outboundHttp(logger), clock }),
    marketOffers: createOffersFeed({ ...config.offersFeed, http: outboundHttp(logger) }),
    trendFeeds: createTrendFeeds({ baseUrl: config.trendSourceUrl, clock, http: outboundHttp(logger) }),
    rateLimiter: createDurableRateLimiter(env.RATE_LIMITER),
  };
}

function createSealers({ keyring }: Config): { mailSealer: MailSealer; sealer: Sealer } {
  return {
    mailSealer: {
      seal: (mail, workspaceId) => seal(keyring, JSON.stringify(mail), `mail:${workspaceId}`),
      open: async (sealed, workspaceId) => JSON.parse(await open(keyring, sealed, `mail:${workspaceId}`)) as MailRequest,
    },
    sealer: {
      seal: (plain, place) => seal(keyring, plain, place),
      open: (sealed, place) => open(keyring, sealed, place),
    },
  };
}
