import type { Locale } from "#app/i18n/locales.ts";
import type { RateLimiter } from "#app/platform/rate-limit/port.ts";
import type { Orm, WorkspaceDb } from "#db/client.server.ts";
import type { workspaces } from "#db/schema/accounts.ts";
import type { WriteContext } from "#db/write-context.ts";
import type { Environment } from "./accounts/api-key-format.ts";
import type { MailSealer, PasswordHasher, Sealer, Tokens } from "./accounts/ports.ts";
import type { Action } from "./accounts/permissions.ts";
import type { SessionStore } from "./accounts/sessions.server.ts";
import type { AgentRooms } from "./agents/ports.ts";
import type { SessionArchive, ShopperRooms } from "./collect/ports.ts";
import type { ModelProbe } from "./ai/model-probe.ts";
import type { AiBudget, Models } from "./ai/ports.ts";
import type { AttachmentStore, ConversationRooms } from "./conversations/ports.ts";
import type { MarketRooms } from "./market/ports.ts";
import { type Actor, actorAllows } from "./actor.ts";
import type { AuditAction } from "./audit/actions.ts";
import { AppError } from "./errors.ts";
import type { ChannelDoor } from "./channels/ports.ts";
import type { ExportStore } from "./exports/ports.ts";
import type { MarketOffers } from "./selling/ports.ts";
import type { TrendFeeds } from "./trends/ports.ts";
import type { FloorArchive, ZoneRooms } from "./warehouse/ports.ts";
import type { DomainEvent } from "./events.ts";
import type { TextVectors, VectorIndex } from "./meaning/ports.ts";
import type { Webhooks } from "./triggers/ports.ts";

/** What the domain needs from outside, declared by the areas and plugged in by the worker. */
export type Ports = {
  passwords: PasswordHasher;
  mailSealer: MailSealer;
  sealer: Sealer;
  tokens: Tokens;
  rateLimiter: RateLimiter;
  exportStore: ExportStore;
  channelDoor: ChannelDoor;
  zoneRooms: ZoneRooms;
  floorArchive: FloorArchive;
  agentRooms: AgentRooms;
  marketRooms: MarketRooms;
  shopperRooms: ShopperRooms;
  conversationRooms: ConversationRooms;
  attachmentStore: AttachmentStore;
  sessionArchive: SessionArchive;
  models: Models;
  aiBudget: AiBudget;
  modelProbe: ModelProbe;
  marketOffers: MarketOffers;
  trendFeeds: TrendFeeds;
  webhooks: Webhooks;
  textVectors: TextVectors;
  /** Only where the platform has one. */
  vectorIndex?: VectorIndex | undefined;
};

/** Everything a verb may use: one workspace, one actor, and the outside world behind ports. */
export type ServiceContext = WriteContext<AuditAction, DomainEvent> & {
  actor: Actor;
  /** The look of an agent this belongs to: what it asks of models is found again by it. */
  runId?: string | undefined;
  /**
   * The workspace as it was when this request recognised its caller: enough to decide a write that its version guards,
   * too old to answer a question after one. Messages, ticks and rooms have none.
   */
  recognisedIn?: typeof workspaces.$inferSelect | undefined;
  db: WorkspaceDb;
  ports: Ports;
  locale: Locale;
  publicUrl: string;
  environment: Environment;
};

/**
 * A caller nobody has recognised yet: signing up, signing in, following a mailed link.
 * Its verbs look accounts up across workspaces by secrets and addresses, and then enter exactly one workspace.
 */
export type VisitorContext = Omit<ServiceContext, "actor" | "recognisedIn" | "db" | "workspaceId" | "stamp" | "onAccessChanged"> & {
  orm: Orm;
  sessions: SessionStore;
  enter: (workspaceId: string, actor: Actor, recognisedIn?: ServiceContext["recognisedIn"]) => ServiceContext;
};

export function requirePermission(ctx: ServiceContext, action: Action): void {
  if (actorAllows(ctx.actor, action)) return;
  const isKey = ctx.actor.kind === "apiKey" || ctx.actor.kind === "mcpClient";
  throw isKey ? new AppError("forbidden", "scopeMissing", { needs: action }) : new AppError("forbidden", "forbidden");
}

/** For what only a paired tablet asks, whether somebody holds it or not. */
export function requireDevice(ctx: ServiceContext): Extract<Actor, { kind: "device" }> {
  if (ctx.actor.kind !== "device") throw new AppError("forbidden", "tabletsOnly");
  return ctx.actor;
}

/** For what only a signed-in person has: own sessions, profile, notifications. */
export function requirePerson(ctx: ServiceContext): Extract<Actor, { kind: "user" }> {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "peopleOnly");
  return ctx.actor;
}
