import { z } from "zod";
import { simulatedPicture } from "../simulated-goods.ts";
import type { Simulator, SimulatorTools } from "../simulator.ts";
import { accountRoutes } from "./simulator/account-routes.ts";
import { runAction } from "./simulator/actions.ts";
import { claimRoutes } from "./simulator/claims.ts";
import { insightRoutes } from "./simulator/insight-routes.ts";
import { itemRoutes } from "./simulator/item-routes.ts";
import { itemWrites } from "./simulator/item-writes.ts";
import type { World } from "./simulator/model.ts";
import { repeatDueNotices } from "./simulator/notices.ts";
import { authorization, token } from "./simulator/oauth.ts";
import { orderRoutes } from "./simulator/order-routes.ts";
import { priceRoutes } from "./simulator/price-routes.ts";
import { errorBody, refuse, reply, unauthorized } from "./simulator/replies.ts";
import { matchRoute } from "./simulator/router.ts";
import { shipmentRoutes } from "./simulator/shipment-routes.ts";
import { stockRoutes } from "./simulator/stock-routes.ts";
import { summarize } from "./simulator/summary.ts";
import { talkRoutes } from "./simulator/talk-routes.ts";
import { trendRoutes } from "./simulator/trend-routes.ts";
import { accountOfToken } from "./simulator/tokens.ts";
import { createWorld, growShop } from "./simulator/world.ts";

export type MercadoLivreSimulatorOptions = {
  /** Which addresses the app has registered. The port of the local app is configurable, so any port is one by default. */
  redirectUris?: readonly (string | RegExp)[];
  /** Where notices go for accounts whose consent the simulator has not seen; those it has seen say it themselves. */
  callbackUrl?: string;
};

const localRedirects = [/^http:\/\/(127\.0\.0\.1|localhost):\d+\/channels\/callback\/mercado-livre$/] as const;
const defaultSeed = 1;

const allRoutes = [
  ...itemRoutes,
  ...itemWrites,
  ...stockRoutes,
  ...priceRoutes,
  ...orderRoutes,
  ...shipmentRoutes,
  ...talkRoutes,
  ...trendRoutes,
  ...claimRoutes,
  ...insightRoutes,
  ...accountRoutes,
];
/** What is fixed comes before what is open in the same place: `/items/visits` is no item. */
const routes = allRoutes.toSorted((a, b) => a.names.length - b.names.length);

const scaleSchema = z.strictObject({
  seller: z.int().optional(),
  listings: z.int().min(0).max(200_000).optional(),
  orders: z.int().min(0).max(50_000).optional(),
});

/** Mercado Livre for Brazil, as documented on 2026-11-20, with shops that have been selling for months. */
export function createMercadoLivreSimulator(options: MercadoLivreSimulatorOptions = {}): Simulator {
  let seed = defaultSeed;
  let world: World | undefined;

  /** Made when first needed, because the shops' history ends now, and only a call brings the time. */
  function open(tools: SimulatorTools): World {
    world ??= createWorld(seed, tools.nowMs, options.callbackUrl ?? null);
    repeatDueNotices(world, tools);
    return world;
  }

  return {
    vendor: "mercado-livre",
    title: "Mercado Livre",
    reset(nextSeed) {
      seed = nextSeed;
      world = undefined;
    },
    state: (tools) => (tools === undefined ? {} : summarize(open(tools), tools.nowMs)),
    scale: (input, tools) => growShop(open(tools), scaleSchema.parse(input)),
    act: (action, input, tools) => runAction(open(tools), action, input, tools),
    faultBody,
    async fetch(request, tools) {
      const current = open(tools);
      const { pathname } = new URL(request.url);
      if (pathname === "/authorization") return authorization(current, request, tools.nowMs, (uri) => isRegistered(options, uri));
      const [, good, index] = picturePath.exec(pathname) ?? [];
      if (good !== undefined) return pictureAnswer(Number(good) - 800_000, Number(index));
      const response = await answer(current, request, tools, pathname);
      if (response.status === 400) current.counters.badRequests += 1;
      return tools.mountedAt === undefined || !pathname.startsWith("/items") ? response : withOwnPictures(response, tools.mountedAt);
    },
  };
}

const picturePath = /^\/pictures\/D_(\d+)-MLB\d*?(\d)_\d+-O\.jpg$/;
const pictureHost = "https://http2.mlstatic.com/";

function pictureAnswer(good: number, index: number): Response {
  const headers = { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" };
  return new Response(simulatedPicture(good, index), { headers });
}

/** A browser on this machine does not reach the vendor's pictures, so behind a server they are our own. */
async function withOwnPictures(response: Response, mountedAt: string): Promise<Response> {
  return new Response((await response.text()).replaceAll(pictureHost, `${mountedAt}/pictures/`), response);
}

function isRegistered({ redirectUris = localRedirects }: MercadoLivreSimulatorOptions, uri: string): boolean {
  return redirectUris.some((registered) => (typeof registered === "string" ? registered === uri : registered.test(uri)));
}

async function answer(world: World, request: Request, tools: SimulatorTools, pathname: string): Promise<Response> {
  const { blockAfter400s } = world.switches;
  if (blockAfter400s !== null && world.counters.badRequests >= blockAfter400s) {
    return refuse(403, "unauthorized_application", "EXCESSIVE_API_CALL: the application is blocked");
  }
  if (world.switches.throttleNext > 0) return throttle(world);
  if (pathname === "/oauth/token" && request.method === "POST") return token(world, request, tools.nowMs);
  world.counters.calls += 1;
  const bearer = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  const callerId = bearer === undefined ? undefined : accountOfToken(world, bearer, tools.nowMs);
  const caller = callerId === undefined ? undefined : world.sellers.get(callerId);
  if (caller === undefined) return unauthorized();
  const matched = matchRoute(routes, request.method, pathname);
  if (matched === undefined)
    return refuse(
      404,
      "resource not found",
      `Si quieres conocer los recursos de la API que se encuentran disponibles visita el Sitio de Desarrolladores de MercadoLibre (${pathname})`,
    );
  const text = await request.text();
  const body = parseJson(text);
  if (text !== "" && body === undefined) return refuse(400, "json_invalid", "The body is not valid JSON");
  return matched.handle({ world, tools, nowMs: tools.nowMs, request, url: new URL(request.url), params: matched.params, body, caller });
}

function throttle({ switches }: World): Response {
  switches.throttleNext -= 1;
  const headers: Record<string, string> =
    switches.throttleRetryAfterS === null ? {} : { "retry-after": String(switches.throttleRetryAfterS) };
  return reply(errorBody(429, switches.throttleWord, "Too many requests"), 429, headers);
}

function faultBody(status: number): unknown {
  switch (status) {
    case 401:
      return { code: "unauthorized", message: "invalid access token" };
    case 403:
      return {
        code: "PA_UNAUTHORIZED_RESULT_FROM_POLICIES",
        message: "At least one policy returned UNAUTHORIZED",
        blocked_by: "PolicyAgent",
      };
    case 409:
      return errorBody(409, "conflict", "item optimistic locking error");
    case 429:
      return errorBody(429, "local_rate_limited", "Too many requests");
    default:
      return errorBody(status, status >= 500 ? "internal_error" : "bad_request", status >= 500 ? "Internal server error" : "Bad request");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
