import { actorAllows } from "#app/domain/actor.ts";
import type { ServiceContext, VisitorContext } from "#app/domain/context.ts";
import type { WorkerDeps } from "#app/worker/context.server.ts";
import { rpcRefusal } from "./rpc-answers.ts";

type Caller = { ctx: ServiceContext; workspace: { id: string; name: string }; isStillAllowed: () => Promise<boolean> };

/** Who asks, by key; or the refusal, before anything of the request is looked at. */
export async function recogniseCaller(deps: WorkerDeps, visitor: VisitorContext, request: Request): Promise<Caller | Response> {
  const key = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  const owner = await deps.keys.ownerOf(key, deps.clock.now());
  if (owner === undefined) return rpcRefusal("unauthenticated");
  if (owner.recordUse !== undefined) deps.defer(owner.recordUse());
  if (!actorAllows(owner.actor, "chat:read")) return rpcRefusal("forbidden");
  const { success } = await deps.env.API_RATE_LIMIT.limit({ key: owner.actor.keyId });
  if (!success) return rpcRefusal("limited");
  return {
    ctx: visitor.enter(owner.workspace.id, owner.actor, owner.workspace),
    workspace: owner.workspace,
    isStillAllowed: async () => (await deps.keys.ownerOf(key, deps.clock.now())) !== undefined,
  };
}
