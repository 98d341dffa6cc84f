import type { AuthInfo } from "@modelcontextprotocol/server";
import type { ServiceContext } from "#app/domain/context.ts";
import { createAssistantServer } from "./assistant-server.server.ts";
import { openMcpHandler } from "./open-handler.server.ts";
import { createSessions, type Questions } from "./sessions.server.ts";

/** The protocol's code passes on who calls as a value of its own; what we know of them waits here for it. */
const callers = new WeakMap<AuthInfo, ServiceContext>();

const handle = openMcpHandler(({ authInfo, method }) => {
  const ctx = callers.get(authInfo);
  if (ctx === undefined) throw new Error("A request came to the protocol from nobody.");
  return createAssistantServer(ctx, method);
});

export function serveMcp(ctx: ServiceContext, request: Request, questions: Questions): Promise<Response> {
  // Whatever reads this has no use for the key itself.
  const authInfo: AuthInfo = { token: "", clientId: ctx.stamp.id, scopes: [] };
  callers.set(authInfo, ctx);
  const { clock, ports, workspaceId, stamp } = ctx;
  return handle(request, authInfo, createSessions({ sealer: ports.sealer, clock, workspaceId, keyId: stamp.id, questions }));
}
