import { actorAllows, allowsAsMuch } from "#app/domain/actor.ts";
import type { ServiceContext, VisitorContext } from "#app/domain/context.ts";
import { isLocale, type Locale } from "#app/i18n/locales.ts";
import type { WorkerDeps } from "#app/worker/context.server.ts";
import { admit } from "../mcp/admit.server.ts";
import { rpcRefusal } from "./rpc-answers.ts";

type Caller = { ctx: ServiceContext; workspace: { id: string; name: string }; isStillAllowed: () => Promise<boolean> };

/** Who asks, by key; or the refusal, before anything of the request is looked at. */
export async function recogniseCaller(deps: WorkerDeps, visitor: VisitorContext, request: Request): Promise<Caller | Response> {
  const owner = await admit(request, { ...deps, rateLimit: deps.env.API_RATE_LIMIT });
  if (owner instanceof Response) return owner;
  const { actor, workspace } = owner;
  if (!actorAllows(actor, "chat:read")) return rpcRefusal("forbidden");
  return {
    ctx: { ...visitor.enter(workspace.id, actor, workspace), locale: localeOf(request, workspace.locale) },
    workspace,
    isStillAllowed: async () => {
      const now = await deps.keys.ownerOf(keyOf(request), deps.clock.now());
      return now !== undefined && allowsAsMuch(now.actor, actor);
    },
  };
}

function keyOf({ headers }: Request): string {
  return /^Bearer (\S+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? headers.get("x-api-key")?.trim() ?? "";
}

/** What the other side would rather read, else what the workspace does. */
function localeOf(request: Request, own: string): Locale {
  const asked = request.headers.get("accept-language")?.toLowerCase() ?? "";
  if (asked.startsWith("pt")) return "pt-BR";
  if (asked.startsWith("en")) return "en";
  return isLocale(own) ? own : "en";
}
