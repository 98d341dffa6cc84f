import type { KeyOwner } from "#app/domain/accounts/authenticate-api-key.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { isLocale } from "#app/i18n/locales.ts";
import { contextForVisitor, type WorkerDeps } from "#app/worker/context.server.ts";
import { admit } from "./admit.server.ts";

export const mcpPath = "/mcp";

type Caller = { requestId: string; ipAddress: string; userAgent: string };

/** Assistants of others ask here. Who they are is settled first; the protocol's own code is loaded for those who come in. */
export async function handleMcp(deps: WorkerDeps, request: Request, caller: Caller): Promise<Response> {
  const owner = await admit(request, { ...deps, rateLimit: deps.env.API_RATE_LIMIT });
  if (owner instanceof Response) return owner;
  const { serveMcp } = await import("./serve-mcp.server.ts");
  return serveMcp(contextOf(deps, owner, caller), request, deps.env.ASSISTANT_QUESTIONS.getByName(owner.actor.keyId));
}

/** The key's rights under another kind: the log of what was done tells an assistant from a program. */
function contextOf(deps: WorkerDeps, { actor, workspace }: KeyOwner, caller: Caller): ServiceContext {
  const { requestId, ...origin } = caller;
  const locale = isLocale(workspace.locale) ? workspace.locale : "en";
  const { keyId, name, scopes } = actor;
  const assistant = { kind: "mcpClient", clientId: keyId, name, scopes } as const;
  return contextForVisitor(deps, { requestId, origin, locale }).enter(workspace.id, assistant, workspace);
}
