import { routePartykitRequest } from "partyserver";
import { personActor } from "#app/domain/accounts/start-session.server.ts";
import { actorAllows } from "#app/domain/actor.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { WorkspaceLiveRoomBase } from "#party/workspace-live/room.server.ts";
import { encodeIdentity, identityHeader } from "#party/shared/identity.ts";
import { contextForRoom, createDeps, type WorkerDeps } from "./context.server.ts";

/** The rooms that browsers may reach, by name. Everything else of the Worker's objects stays private. */
const publicRooms = { "workspace-live": "WORKSPACE_LIVE" } as const satisfies Record<string, keyof Env>;

/** Answers `/parties/<room>/<name>` or undefined. The same guard stands before sockets and plain requests. */
export async function handleRoomRequest(deps: WorkerDeps, request: Request): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith("/parties/")) return undefined;
  const [, , party = "", workspaceId = ""] = pathname.split("/");
  if (!Object.hasOwn(publicRooms, party)) return new Response(null, { status: 404 });
  const guard = (incoming: Request) => admit(deps, incoming, party, workspaceId);
  const rooms = { WORKSPACE_LIVE: deps.env.WORKSPACE_LIVE };
  const answer = await routePartykitRequest(request, rooms as unknown as Cloudflare.Env, {
    onBeforeConnect: guard,
    onBeforeRequest: guard,
  });
  return answer ?? new Response(null, { status: 404 });
}

async function admit(deps: WorkerDeps, request: Request, party: string, workspaceId: string): Promise<Request | Response> {
  const refuse = (status: number, reason: string) => {
    deps.logger.warn({ event: "room.refused", room: `${party}/${workspaceId}`, reason });
    return new Response(null, { status });
  };
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== new URL(request.url).origin) return refuse(403, "foreign origin");
  const signedIn = await deps.sessions.authenticate(request.headers.get("cookie"));
  if (signedIn === undefined) return refuse(401, "no session");
  const actor = personActor(signedIn.user, signedIn.session.handle);
  if (signedIn.workspace.id !== workspaceId || !actorAllows(actor, "activity:read")) return refuse(403, "foreign workspace");
  const headers = new Headers(request.headers);
  headers.set(
    identityHeader,
    encodeIdentity({ workspaceId, userId: actor.userId, name: actor.name, role: actor.role, sessionHandle: actor.sessionHandle }),
  );
  return new Request(request, { headers });
}

export class WorkspaceLiveRoom extends WorkspaceLiveRoomBase {
  protected override services(workspaceId: string): ServiceContext {
    return contextForRoom(createDeps(this.env, this.ctx), "workspace-live", workspaceId);
  }
}
