import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { callerOf } from "./caller.ts";
import { depsContext, nonceContext, requestIdContext } from "./contexts.ts";
import { refuseForeignOrigin } from "./foreign-origin.ts";
import { boundBody } from "./large-body.ts";
import { routesUnder, startOf, wordsOf } from "./routes-under.ts";
import { securityHeaders } from "./security-headers.ts";
import { collectPath, handleCollect } from "#app/worker/collect.server.ts";
import type { WorkerDeps } from "#app/worker/context.server.ts";
import { handleHook, hookOf } from "#app/worker/hooks.server.ts";
import { handleMcp, mcpPath } from "#app/protocols/mcp/handle-mcp.server.ts";
import { handleRoomRequest } from "#app/worker/rooms.server.ts";
import { loadServerBuild } from "#app/worker/server-build.server.ts";

type PageHandler = ReturnType<typeof createRequestHandler>;
type Pages = { of(pathname: string): PageHandler };
let pages: Pages | undefined;

/** Made once: given a function, the router would work out all its routes again for every request. Development wants just that. */
async function handlerOf(pathname: string): Promise<PageHandler> {
  if (import.meta.env.DEV) return createRequestHandler(loadServerBuild, import.meta.env.MODE);
  pages ??= createPages(await loadServerBuild());
  return pages.of(pathname);
}

/** One handler for all, and for what programs ask often one each that knows only the routes that can be meant. */
function createPages(build: ServerBuild): Pages {
  const { routes } = build;
  const all = createRequestHandler(build, import.meta.env.MODE);
  const words = wordsOf(routes);
  const handlers = new Map<string, PageHandler>();
  return {
    of(pathname) {
      const start = startOf(pathname);
      if (start === undefined || !words.has(start)) return all;
      const known = handlers.get(start);
      if (known !== undefined) return known;
      const made = createRequestHandler({ ...build, routes: routesUnder(routes, start) }, import.meta.env.MODE);
      handlers.set(start, made);
      return made;
    },
  };
}

/** Every request: named, checked for its origin, answered by a room or a page, and logged with its duration. Batches of shops and notices of marketplaces go a short way of their own. */
export async function handleFetch(deps: WorkerDeps, request: Request): Promise<Response> {
  const startedAt = deps.clock.now();
  const caller = callerOf(request, deps.ids);
  const { requestId } = caller;
  const logger = deps.logger.with({ requestId });
  const { pathname } = new URL(request.url);
  const admitted = refuseForeignOrigin(request, requestId) ?? (await boundBody(request, requestId));
  const vendor = hookOf(pathname);
  if (vendor !== undefined && !(admitted instanceof Response)) return handleHook({ ...deps, logger }, admitted, { ...caller, vendor });
  if (pathname === collectPath && !(admitted instanceof Response)) return handleCollect({ ...deps, logger }, admitted, caller);
  const nonce = deps.ids.token();
  const answer = admitted instanceof Response ? admitted : await answerTo({ ...deps, logger }, admitted, { ...caller, nonce, pathname });
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

type Visit = ReturnType<typeof callerOf> & { nonce: string; pathname: string };

async function answerTo(deps: WorkerDeps, request: Request, visit: Visit): Promise<Response> {
  if (visit.pathname === mcpPath) return handleMcp(deps, request, visit);
  return (await handleRoomRequest(deps, request)) ?? (await handlePage(deps, request, visit));
}

async function handlePage(deps: WorkerDeps, request: Request, visit: Visit): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(depsContext, deps);
  context.set(requestIdContext, visit.requestId);
  context.set(nonceContext, visit.nonce);
  return (await handlerOf(visit.pathname))(request, context);
}
