import { createCatalogs } from "#app/ai/gateway/catalogs.ts";
import type { ServiceContext, VisitorContext } from "#app/domain/context.ts";
import type { ChannelDoor } from "#app/domain/channels/ports.ts";
import type { Webhooks } from "#app/domain/triggers/ports.ts";
import { createKnownKeys, type KnownKeys } from "#app/domain/accounts/known-keys.server.ts";
import type { AccessGate, MailPort } from "#app/domain/accounts/ports.ts";
import { createSessionStore, type SessionStore } from "#app/domain/accounts/sessions.server.ts";
import { type Actor, actorStamp } from "#app/domain/actor.ts";
import { isInFeed } from "#app/domain/audit/actions.ts";
import { modelKits } from "#app/integrations/model-kits.server.ts";
import { createMailAdapter } from "#app/integrations/mail/adapter.server.ts";
import { type Locale } from "#app/i18n/locales.ts";
import { type Clock, systemClock } from "#app/platform/clock.ts";
import { createIds, type IdSource } from "#app/platform/ids.ts";
import { createLogger, type Logger } from "#app/platform/logging/logger.ts";
import { createOrm, createWorkspaceDb, type Orm } from "#db/client.server.ts";
import type { RequestOrigin } from "#db/write-context.ts";
import { type Config, readConfig } from "./config.server.ts";
import { connectChannels } from "./connect-channels.server.ts";
import { createAccessGate } from "./access-gate.object.server.ts";
import { outboundHttp } from "./outbound-http.server.ts";
import { createWebhooks } from "./webhooks.server.ts";
import { carryOn } from "./outbox.server.ts";
import { createPorts, type ModelAccess } from "./ports.server.ts";

/** What one invocation of the Worker (a request, a batch, a cron tick) has at hand before anybody is known. */
export type WorkerDeps = {
  env: Env;
  config: Config;
  clock: Clock;
  ids: IdSource;
  logger: Logger;
  orm: Orm;
  sessions: SessionStore;
  mail: () => MailPort;
  channelDoor: () => ChannelDoor;
  webhooks: () => Webhooks;
  keys: KnownKeys;
  accessGate: AccessGate;
  modelAccess: ModelAccess;
  /** Work that goes on after the answer was sent. */
  defer: (work: Promise<unknown>) => void;
};

const ids = createIds(systemClock);
const nowhere: RequestOrigin = { ipAddress: "", userAgent: "" };

export function createDeps(env: Env, execution: Pick<ExecutionContext, "waitUntil">): WorkerDeps {
  let shared = sharedDeps.get(env);
  if (shared === undefined) {
    shared = createSharedDeps(env);
    sharedDeps.set(env, shared);
  }
  return { ...shared, defer: (work) => execution.waitUntil(work) };
}

type SharedDeps = Omit<WorkerDeps, "defer">;

/** Holds nothing of a request, so an isolate makes it once. */
const sharedDeps = new WeakMap<Env, SharedDeps>();

function createSharedDeps(env: Env): SharedDeps {
  const config = readConfig(env);
  let channelDoor: ChannelDoor | undefined;
  const orm = createOrm(env.DB);
  const accessGate = createAccessGate(env.ACCESS_GATE);
  const logger = createLogger({
    clock: systemClock,
    write: (line, level) => console[level === "info" ? "log" : level](line),
    bindings: { service: "entrepot", env: config.environment, version: config.version },
  });
  return {
    env,
    config,
    clock: systemClock,
    ids,
    logger,
    orm,
    sessions: createSessionStore(orm, { secureCookies: config.environment !== "local", newSecret: () => ids.token() }),
    mail: () => createMailAdapter({ ...config.mail, http: outboundHttp(logger) }),
    accessGate,
    keys: createKnownKeys(orm, accessGate),
    // A redirect could carry a key to another host.
    modelAccess: {
      kits: modelKits,
      catalogs: createCatalogs(systemClock),
      fetch: (input, init) => fetch(input, { ...init, redirect: "manual" }),
    },
    webhooks: () => createWebhooks(outboundHttp(logger)),
    channelDoor: () => (channelDoor ??= connectChannels(env, config, logger)),
  };
}

type Caller = { requestId: string; origin: RequestOrigin; locale: Locale };

/** For a request: a visitor, who enters a workspace once a session or key is recognised. */
export function contextForVisitor(deps: WorkerDeps, caller: Caller): VisitorContext {
  const { env, config, clock, orm, sessions } = deps;
  const logger = deps.logger.with({ requestId: caller.requestId });
  const shared = {
    ...caller,
    clock,
    ids: deps.ids,
    logger,
    d1: env.DB,
    publicUrl: config.publicUrl,
    environment: config.environment,
    ports: createPorts({ ...deps, logger }, (workspaceId) => enter(workspaceId, { kind: "system", job: "models" })),
    onCommitted: (records: Parameters<typeof carryOn>[1]) => deps.defer(carryOn(deps, records)),
    feed: {
      shows: isInFeed,
      event: (entry: Parameters<ServiceContext["feed"]["event"]>[0]) => ({ type: "activity.recorded" as const, entry }),
    },
  };
  const enter = (workspaceId: string, actor: Actor, recognisedIn?: ServiceContext["recognisedIn"]): ServiceContext => ({
    ...shared,
    workspaceId,
    onAccessChanged: () => deps.accessGate.changed(workspaceId),
    actor,
    recognisedIn,
    stamp: actorStamp(actor),
    db: createWorkspaceDb(orm, workspaceId),
    logger: logger.with({ workspaceId, actor: `${actor.kind}:${actorStamp(actor).id}` }),
  });
  return { ...shared, orm, sessions, enter };
}

/** For work that the system does by itself and that may reach several workspaces. */
export function contextForSystem(deps: WorkerDeps, requestId: string): VisitorContext {
  return contextForVisitor(deps, { requestId, origin: nowhere, locale: "en" });
}

/** For a queue message: the system acts, in the workspace the message names. */
export function contextForMessage(deps: WorkerDeps, message: { key: string; workspaceId: string }): ServiceContext {
  return contextForSystem(deps, message.key).enter(message.workspaceId, { kind: "system", job: "events" });
}

/** For a scheduled job, one workspace at a time. */
export function contextForCron(deps: WorkerDeps, job: string, workspaceId: string): ServiceContext {
  return contextForSystem(deps, deps.ids.next("crn")).enter(workspaceId, { kind: "system", job });
}

/** For a private object that works for one workspace. */
export function contextForObject(deps: WorkerDeps, job: string, workspaceId: string): ServiceContext {
  return contextForSystem(deps, deps.ids.next("obj")).enter(workspaceId, { kind: "system", job });
}

/** For a room that acts on its own workspace, by itself and not for one of its people. */
export function contextForRoom(deps: WorkerDeps, room: string, workspaceId: string): ServiceContext {
  return contextForObject(deps, `room:${room}`, workspaceId);
}

/** For a question in a conversation: whoever asked it acts, in their language, with their own rights and nothing more. */
export function contextForAsker(
  deps: WorkerDeps,
  workspaceId: string,
  actor: Extract<Actor, { kind: "user" | "apiKey" }>,
  locale: Locale,
): ServiceContext {
  return contextForVisitor(deps, { requestId: deps.ids.next("ask"), origin: nowhere, locale }).enter(workspaceId, actor);
}

/** For an agent: it acts with what it may itself, never with a person's rights. */
export function contextForAgent(
  deps: WorkerDeps,
  workspaceId: string,
  agent: Extract<Actor, { kind: "agent" }>,
  /** The run or proposal it works on: whatever is written and asked then can be traced to it. */
  jobId = deps.ids.next("agn"),
): ServiceContext {
  return contextForSystem(deps, jobId).enter(workspaceId, agent);
}
