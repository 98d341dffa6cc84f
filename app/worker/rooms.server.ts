import { routePartykitRequest } from "partyserver";
import { and, eq } from "drizzle-orm";
import type { Action } from "#app/domain/accounts/permissions.ts";
import { handleOfKey } from "#app/domain/accounts/ended-sessions.server.ts";
import { readRoomToken } from "#app/domain/accounts/signed-tokens/read-room-token.server.ts";
import { personActor } from "#app/domain/accounts/start-session.server.ts";
import { type Actor, actorAllows } from "#app/domain/actor.ts";
import { authenticateDevice } from "#app/domain/floor/authenticate-device.server.ts";
import { readDeviceKey } from "#app/domain/floor/device-cookie.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { WorkspaceLiveRoomBase } from "#party/workspace-live/room.server.ts";
import { maySee } from "#app/domain/conversations/find-conversation.server.ts";
import type { AnswerTurn } from "#party/conversation/answering.server.ts";
import type { Asker } from "#party/conversation/asker.ts";
import { parseRoomName as parseConversationName } from "#party/conversation/protocol.ts";
import { ConversationRoomBase } from "#party/conversation/room.server.ts";
import { parseRoomName } from "#party/warehouse-zone/protocol.ts";
import { WarehouseZoneRoomBase } from "#party/warehouse-zone/room.server.ts";
import { zones } from "#db/schema/warehouse.ts";
import { encodeIdentity, type Identity, identityHeader } from "#party/shared/identity.ts";
import { contextForAsker, contextForRoom, contextForSystem, createDeps, type WorkerDeps } from "./context.server.ts";
import { answerProtocol, bearerOf, withoutToken } from "./room-token.ts";
import { createTokens } from "./tokens.server.ts";

/** The rooms that browsers may reach, by name. Everything else of the Worker's objects stays private. */
const publicRooms = {
  "workspace-live": "WORKSPACE_LIVE",
  "warehouse-zone": "WAREHOUSE_ZONE",
  conversation: "CONVERSATION",
} as const satisfies Record<string, keyof Env>;

type PublicRoom = keyof typeof publicRooms;
/** `warehouseId`: a tablet is bound to one. */
type RoomGuest = { workspaceId: string; warehouseId: string | null; enter: () => ServiceContext; allows: (action: Action) => boolean };

/** Whether somebody of this workspace may be in the room of this name. */
const mayEnter: Record<PublicRoom, (name: string, guest: RoomGuest) => boolean | Promise<boolean>> = {
  "workspace-live": (name, guest) => name === guest.workspaceId && guest.allows("activity:read"),
  "warehouse-zone": async (name, guest) => {
    const place = parseRoomName(name);
    if (place?.workspaceId !== guest.workspaceId || !guest.allows("warehouse:read")) return false;
    // A room is made by its first visitor: one of a zone that does not exist must not be.
    const building = guest.warehouseId === null ? undefined : eq(zones.warehouseId, guest.warehouseId);
    return (await guest.enter().db.count(zones, and(eq(zones.id, place.zoneId), building))) > 0;
  },
  conversation: async (name, guest) => {
    const place = parseConversationName(name);
    if (place?.workspaceId !== guest.workspaceId || !guest.allows("chat:read")) return false;
    return maySee(guest.enter(), place.conversationId);
  },
};

/** Answers `/parties/<room>/<name>` or undefined. The same guard stands before sockets and plain requests. */
export async function handleRoomRequest(deps: WorkerDeps, request: Request): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith("/parties/")) return undefined;
  const [, , party = "", name = ""] = pathname.split("/");
  if (!isPublicRoom(party)) return new Response(null, { status: 404 });
  const guard = (incoming: Request) => admit(deps, incoming, party, name);
  const { WORKSPACE_LIVE, WAREHOUSE_ZONE, CONVERSATION } = deps.env;
  const rooms = { WORKSPACE_LIVE, WAREHOUSE_ZONE, CONVERSATION };
  const answer = await routePartykitRequest(request, rooms as unknown as Cloudflare.Env, {
    onBeforeConnect: guard,
    onBeforeRequest: guard,
  });
  return answer === null ? new Response(null, { status: 404 }) : answerProtocol(request, answer);
}

function isPublicRoom(party: string): party is PublicRoom {
  return Object.hasOwn(publicRooms, party);
}

async function admit(deps: WorkerDeps, request: Request, party: PublicRoom, name: string): Promise<Request | Response> {
  const refuse = (status: number, reason: string) => {
    deps.logger.warn({ event: "room.refused", room: `${party}/${name}`, reason });
    return new Response(null, { status });
  };
  const token = bearerOf(request);
  const origin = request.headers.get("origin");
  // Browsers send cookies along for any page; a token is only where somebody put it.
  if (token === undefined && origin !== null && origin !== new URL(request.url).origin) return refuse(403, "foreign origin");
  const cookies = request.headers.get("cookie");
  const known =
    token === undefined ? ((await memberBehind(deps, cookies)) ?? (await tabletBehind(deps, cookies))) : await programBehind(deps, token);
  if (known === undefined) return refuse(401, token === undefined ? "no session" : "no such token");
  const { actor, identity } = known;
  const { workspaceId } = identity;
  const guest: RoomGuest = {
    workspaceId,
    warehouseId: actor.kind === "device" ? actor.warehouseId : null,
    enter: () => contextForSystem(deps, deps.ids.next("req")).enter(workspaceId, actor),
    allows: (action) => actorAllows(actor, action),
  };
  if (!(await mayEnter[party](name, guest))) return refuse(403, "foreign workspace");
  const headers = withoutToken(request.headers);
  headers.set(identityHeader, encodeIdentity(identity));
  return new Request(request, { headers });
}

type Known = { actor: Actor; identity: Identity };

/** A program follows a room with the least rights a person can have; what it changes, it changes over the API. */
async function programBehind(deps: WorkerDeps, token: string): Promise<Known | undefined> {
  const bearer = await readRoomToken({ tokens: createTokens(deps.config, deps), keys: deps.keys }, token, deps.clock.now());
  if (bearer === undefined) return undefined;
  const { workspaceId, actor } = bearer;
  const { keyId, name } = actor;
  const scopes = [...actor.scopes];
  return { actor, identity: { workspaceId, userId: keyId, name, role: "viewer", sessionHandle: handleOfKey(keyId), scopes } };
}

async function memberBehind(deps: WorkerDeps, cookies: string | null): Promise<Known | undefined> {
  const signedIn = await deps.sessions.authenticate(cookies);
  if (signedIn === undefined) return undefined;
  const actor = personActor(signedIn.user, signedIn.session.handle);
  const { userId, name, role, sessionHandle } = actor;
  return { actor, identity: { workspaceId: signedIn.workspace.id, userId, name, role, sessionHandle } };
}

/** A tablet that nobody holds follows nothing. */
async function tabletBehind(deps: WorkerDeps, cookies: string | null): Promise<Known | undefined> {
  const key = readDeviceKey(cookies);
  const tablet = key === undefined ? undefined : await authenticateDevice(deps.orm, key, deps.clock.now());
  if (tablet === undefined || tablet.actor.person === null) return undefined;
  const { userId, name, role, shiftId } = tablet.actor.person;
  const identity = { workspaceId: tablet.workspace.id, userId, name, role, sessionHandle: shiftId, isOnTablet: true as const };
  return { actor: tablet.actor, identity };
}

export class WorkspaceLiveRoom extends WorkspaceLiveRoomBase {
  protected override services(workspaceId: string): ServiceContext {
    return contextForRoom(createDeps(this.env, this.ctx), "workspace-live", workspaceId);
  }
}

export class WarehouseZoneRoom extends WarehouseZoneRoomBase {
  protected override services(workspaceId: string): ServiceContext {
    return contextForRoom(createDeps(this.env, this.ctx), "warehouse-zone", workspaceId);
  }
}

export class ConversationRoom extends ConversationRoomBase {
  /** Few rooms answer at any moment: what models and tools need is loaded when the first question comes. */
  override answer: AnswerTurn = async (...asked) => {
    const { answerTurn } = await import("#app/ai/chat/answer-turn.server.ts");
    await answerTurn(...asked);
  };

  protected override services(workspaceId: string): ServiceContext {
    return contextForRoom(createDeps(this.env, this.ctx), "conversation", workspaceId);
  }

  protected override contextOf(workspaceId: string, { actor, locale }: Asker): ServiceContext {
    return contextForAsker(createDeps(this.env, this.ctx), workspaceId, actor, locale);
  }
}
