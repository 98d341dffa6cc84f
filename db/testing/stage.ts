import { env } from "cloudflare:workers";
import { createKnownKeys } from "#app/domain/accounts/known-keys.server.ts";
import type { MailRequest } from "#app/domain/accounts/ports.ts";
import { createSessionStore } from "#app/domain/accounts/sessions.server.ts";
import type { Action, Role } from "#app/domain/accounts/permissions.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { ServiceContext, VisitorContext } from "#app/domain/context.ts";
import type { ConversationRooms } from "#app/domain/conversations/ports.ts";
import { createCatalogs } from "#app/ai/gateway/catalogs.ts";
import type { ModelKits } from "#app/domain/ai/model-kits.ts";
import type { DomainEvent } from "#app/domain/events.ts";
import { createMailAdapter } from "#app/integrations/mail/adapter.server.ts";
import { simulatedMailAccount } from "#app/integrations/mail/fixtures.ts";
import { createMailSimulator, type SimulatedMail } from "#app/integrations/mail/simulator.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { createCircuitBreakers } from "#app/platform/circuit-breakers.ts";
import { createFakeClock, type FakeClock } from "#app/platform/clock.ts";
import type { HttpPolicy } from "#app/platform/http/http-types.ts";
import { createHttpClient } from "#app/platform/http/http-client.server.ts";
import { createMemoryLog, type MemoryLog } from "#app/platform/logging/logger.ts";
import { createMemoryRateLimiter } from "#app/platform/rate-limit/memory-rate-limiter.ts";
import { systemSleep } from "#app/platform/sleep.ts";
import { createAccessGate } from "#app/worker/access-gate.object.server.ts";
import { readConfig } from "#app/worker/config.server.ts";
import { contextForVisitor, type WorkerDeps } from "#app/worker/context.server.ts";
import { createOrm } from "#db/client.server.ts";
import type { OutboxRecord } from "#db/write-context.ts";
import { stageStartMs, testIds } from "./basics.ts";
import { createMarketplaces, type Marketplaces } from "./marketplaces.ts";
import type { TestWorkspace } from "./world.ts";

/** Takes every question and answers none: what is answered there is tested with the rooms themselves. */
const quietRooms: ConversationRooms = {
  ask: () => Promise.resolve({ isAsked: true, turnId: testIds.next("trn") }),
  accessChanged: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

/** Cheap and reversible: only for tests. */
const testPasswords: ServiceContext["ports"]["passwords"] = {
  hash: (password) => Promise.resolve(`cheap$${password}`),
  verify: (stored, password) => Promise.resolve(stored === `cheap$${password}`),
};

const noWebhooks: ServiceContext["ports"]["webhooks"] = {
  send: () => Promise.resolve({ outcome: "later", status: null, failure: "network" }),
};

const unreachedProbe: ServiceContext["ports"]["modelProbe"] = {
  listModels: () => Promise.resolve({ outcome: "unreachable", status: null, latencyMs: 0, models: [] }),
};

export type Who = { role: Role } | { scopes: readonly Action[]; keyId?: string } | { system: string };

export type Stage = {
  clock: FakeClock;
  log: MemoryLog;
  /** What was committed to the outbox and handed over for delivery; nothing here delivers it. */
  committed: OutboxRecord<DomainEvent>[];
  /** Work a request left for after its answer. */
  deferred: Promise<unknown>[];
  deps: WorkerDeps;
  /** The marketplaces behind every channel, played without a network. */
  marketplaces: Marketplaces;
  visitor: VisitorContext;
  as(workspace: TestWorkspace, who: Who): ServiceContext;
  /** The mails asked for so far, opened. */
  requestedMails(): Promise<MailRequest[]>;
  /** The mails that reached the mail service, newest first. */
  sentMails(): SimulatedMail[];
};

/** The one-time secret at the end of a mailed link. */
export function secretIn(mail: MailRequest | undefined): string {
  const secret = /[^/]+$/.exec(mail?.values["link"] ?? "")?.[0];
  if (secret === undefined) throw new Error(`no link in ${JSON.stringify(mail)}`);
  return secret;
}

type StageOptions = {
  ipAddress?: string;
  locale?: Locale;
  clock?: FakeClock;
  /** In place of the marketplaces, which no test reaches otherwise. */
  channelDoor?: ServiceContext["ports"]["channelDoor"];
  /** In place of the addresses that triggers call; without, none answers. */
  webhooks?: ServiceContext["ports"]["webhooks"];
  /** In place of providers of models, which no test reaches otherwise. */
  modelProbe?: ServiceContext["ports"]["modelProbe"];
  /** In place of the feed of other sellers' offers. */
  marketOffers?: ServiceContext["ports"]["marketOffers"];
  /** In place of the services that tell of trends. */
  trendFeeds?: ServiceContext["ports"]["trendFeeds"];
  /** In place of models: rules answer otherwise. */
  models?: ServiceContext["ports"]["models"];
  /** How patient the calls to marketplaces are, for tests of vendors that fail. */
  http?: Partial<HttpPolicy>;
  /** Providers of models, played; without any nobody speaks with one. */
  kits?: ModelKits;
  /** The same database, watched. */
  database?: D1Database;
};

/** Everything a verb or the worker needs, with the real wiring and without the outside world. */
export function createStage(options: StageOptions = {}): Stage {
  const clock = options.clock ?? createFakeClock(stageStartMs);
  const log = createMemoryLog();
  const deferred: Promise<unknown>[] = [];
  const { deps, sentMails, marketplaces } = createTestDeps(clock, log, {
    defer: (work) => void deferred.push(work),
    enterAsSystem: (workspaceId) => enter(workspaceId, { kind: "system", job: "channel-tokens" }),
    database: options.database ?? env.DB,
    http: options.http ?? {},
    kits: options.kits ?? {},
  });
  const committed: Stage["committed"] = [];
  const origin = { ipAddress: options.ipAddress ?? "192.0.2.1", userAgent: "test" };
  const real = contextForVisitor(deps, { requestId: testIds.next("req"), origin, locale: options.locale ?? "en" });
  const replaced = {
    ports: {
      ...real.ports,
      passwords: testPasswords,
      rateLimiter: createMemoryRateLimiter(clock),
      channelDoor: options.channelDoor ?? real.ports.channelDoor,
      webhooks: options.webhooks ?? real.ports.webhooks,
      modelProbe: options.modelProbe ?? unreachedProbe,
      marketOffers: options.marketOffers ?? real.ports.marketOffers,
      trendFeeds: options.trendFeeds ?? real.ports.trendFeeds,
      models: options.models ?? real.ports.models,
      conversationRooms: quietRooms,
    },
    onCommitted: (records: Stage["committed"]) => void committed.push(...records),
  };
  const enter: VisitorContext["enter"] = (...place) => ({ ...real.enter(...place), ...replaced });
  return {
    clock,
    log,
    committed,
    deferred,
    deps,
    sentMails,
    marketplaces,
    visitor: { ...real, ...replaced, enter },
    as: (workspace, who) => enter(workspace.id, actorFor(workspace, who)),
    requestedMails: () => openMails(real, committed),
  };
}

type Wiring = Pick<WorkerDeps, "defer"> & {
  kits: ModelKits;
  database: D1Database;
  http: Partial<HttpPolicy>;
  enterAsSystem: (workspaceId: string) => ServiceContext;
};

function createTestDeps(clock: FakeClock, logger: MemoryLog, { defer, enterAsSystem, database, http: policy, kits }: Wiring) {
  const orm = createOrm(database);
  const accessGate = createAccessGate(env.ACCESS_GATE);
  const simulator = createMailSimulator();
  const tools = { nowMs: clock.now(), random: () => 0.5, sendWebhook: () => undefined };
  const http = createHttpClient({
    fetch: (url, init) => simulator.fetch(new Request(url, init), tools),
    clock,
    random: () => 0.5,
    sleep: systemSleep,
    logger,
    breakers: createCircuitBreakers({ clock }),
  });
  const marketplaces: Marketplaces = createMarketplaces(clock, logger, enterAsSystem, policy);
  const deps: WorkerDeps = {
    env,
    config: readConfig(env),
    clock,
    ids: testIds,
    logger,
    orm,
    sessions: createSessionStore(orm, { secureCookies: false, newSecret: () => testIds.token() }),
    accessGate,
    keys: createKnownKeys(orm, accessGate),
    mail: () => createMailAdapter({ ...simulatedMailAccount, baseUrl: "https://mail.test", http }),
    channelDoor: () => marketplaces.door,
    webhooks: () => noWebhooks,
    modelAccess: { kits, catalogs: createCatalogs(clock), fetch: () => Promise.reject(new Error("no test reaches a provider")) },
    defer,
  };
  return { deps, marketplaces, sentMails: () => simulator.state()["messages"] as SimulatedMail[] };
}

function actorFor(workspace: TestWorkspace, who: Who): Actor {
  if ("role" in who) {
    const { id, name, role, sessionHandle } = workspace.people[who.role];
    return { kind: "user", userId: id, name, role, sessionHandle };
  }
  if ("scopes" in who) return { kind: "apiKey", keyId: who.keyId ?? workspace.apiKey.id, name: "Integration", scopes: who.scopes };
  return { kind: "system", job: who.system };
}

function openMails(visitor: VisitorContext, committed: Stage["committed"]): Promise<MailRequest[]> {
  const requests = committed.flatMap(({ event, workspaceId }) =>
    event.type === "mail.requested" ? [visitor.ports.mailSealer.open(event.sealedMail, workspaceId)] : [],
  );
  return Promise.all(requests);
}
