import { createRequestHandler, RouterContextProvider } from "react-router";
import { callerOf } from "./caller.ts";
import { depsContext, nonceContext, requestIdContext } from "./contexts.ts";
import { refuseForeignOrigin } from "./foreign-origin.ts";
import { boundBody } from "./large-body.ts";
import { securityHeaders } from "./security-headers.ts";
import { collectPath, handleCollect } from "#app/worker/collect.server.ts";
import type { WorkerDeps } from "#app/worker/context.server.ts";
import { handleRoomRequest } from "#app/worker/rooms.server.ts";
import { loadServerBuild } from "#app/worker/server-build.server.ts";

type PageHandler = ReturnType<typeof createRequestHandler>;
let pageHandler: PageHandler | undefined;

/** Made once: given a function, the router would work out all its routes again for every request. Development wants just that. */
async function pages(): Promise<PageHandler> {
  if (import.meta.env.DEV) return createRequestHandler(loadServerBuild, import.meta.env.MODE);
  pageHandler ??= createRequestHandler(await loadServerBuild(), import.meta.env.MODE);
  return pageHandler;
}

/** Every request: named, checked for its origin, answered by a room or a page, and logged with its duration. */
export async function handleFetch(deps: WorkerDeps, request: Request): Promise<Response> {
  const startedAt = deps.clock.now();
  const caller = callerOf(request, deps.ids);
  const { requestId } = caller;
  const nonce = deps.ids.token();
  const logger = deps.logger.with({ requestId });
  const { pathname } = new URL(request.url);
  const admitted = refuseForeignOrigin(request, requestId) ?? (await boundBody(request, requestId));
  const answer =
    admitted instanceof Response
      ? admitted
      : pathname === collectPath
        ? await handleCollect({ ...deps, logger }, admitted, caller)
        : ((await handleRoomRequest({ ...deps, logger }, admitted)) ?? (await handlePage(deps, admitted, { requestId, nonce })));
  const log = { event: "http.request", method: request.method, path: pathname, statusCode: answer.status } as const;
  logger.info({ ...log, durationMs: deps.clock.now() - startedAt });
  // A socket's answer cannot be copied; it carries no document either.
  if (answer.webSocket) return answer;
  const response = new Response(answer.body, answer);
  response.headers.set("x-request-id", requestId);
  const isPersonal = /entrepot_(session|tablet)=/.test(request.headers.get("cookie") ?? "");
  const { environment, pictureOrigins } = deps.config;
  for (const [name, value] of securityHeaders({ nonce, isPersonal, isLocal: environment === "local", pictureOrigins })) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}

async function handlePage(deps: WorkerDeps, request: Request, ids: { requestId: string; nonce: string }): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(depsContext, deps);
  context.set(requestIdContext, ids.requestId);
  context.set(nonceContext, ids.nonce);
  return (await pages())(request, context);
}
