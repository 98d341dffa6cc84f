import { env } from "cloudflare:workers";
import type { ChannelDoor, VendorId } from "#app/domain/channels/ports.ts";
import { type TokenSafe, usableToken } from "#app/domain/channels/tokens.server.ts";
import { createMercadoLivreSimulator } from "#app/integrations/mercado-livre/simulator.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { createChannelAdapters } from "#app/integrations/registry.server.ts";
import { createShopeeSimulator } from "#app/integrations/shopee/simulator.ts";
import type { Simulator, Webhook } from "#app/integrations/simulator.ts";
import { createCircuitBreakers } from "#app/platform/circuit-breakers.ts";
import type { FakeClock } from "#app/platform/clock.ts";
import { createHttpClient } from "#app/platform/http/http-client.server.ts";
import type { HttpPolicy } from "#app/platform/http/http-types.ts";
import type { MemoryLog } from "#app/platform/logging/logger.ts";
import { systemSleep } from "#app/platform/sleep.ts";
import { createSeededRandom } from "#db/seed/random.ts";
import { createChannelDoor } from "#app/worker/channel-door.server.ts";
import { readConfig } from "#app/worker/config.server.ts";
import { rawArchive } from "#app/worker/connect-channels.server.ts";
import { createRawRecorder } from "#app/worker/raw-recorder.server.ts";

export type StandIn = (request: Request, answer: () => Promise<Response>) => Response | Promise<Response> | undefined;

export type Marketplaces = {
  door: ChannelDoor;
  simulators: Record<VendorId, Simulator>;
  /** Every call that reached a vendor: "GET /orders/search". */
  calls: string[];
  /** Answers on their way into the archive. */
  archived: Promise<unknown>[];
  /** What the vendors want to tell us, not delivered by itself. */
  webhooks: Webhook[];
  /** Calls the answer stands in for, once: a fault, a consent page in the browser … `answer` is what the vendor would say. */
  next: StandIn[];
  /** How far the vendors' clocks are ahead of ours. */
  skewMs: number;
  /** What a vendor holds. */
  state(vendor: VendorId): Record<string, unknown>;
  act(vendor: VendorId, action: string, input: Record<string, unknown>): Record<string, unknown>;
  /** Makes a shop as big as asked for. */
  scale(vendor: VendorId, input: Record<string, unknown>): void;
  /** Opens an address of a vendor as a browser does. */
  browse(request: Request): Promise<Response>;
};

const origin = "http://127.0.0.1:5174";

/** The real adapters, tokens and door over the simulators, without a network between them. */
export function createMarketplaces(
  clock: FakeClock,
  logger: MemoryLog,
  enter: (workspaceId: string) => ServiceContext,
  policy: Partial<HttpPolicy> = {},
): Marketplaces {
  const simulators = { "mercado-livre": createMercadoLivreSimulator(), shopee: createShopeeSimulator() };
  const calls: string[] = [];
  const webhooks: Webhook[] = [];
  const next: Marketplaces["next"] = [];
  // No two secrets alike: shops of one vendor would share their tokens.
  const random = createSeededRandom(1);
  const skew = { ms: 0 };
  const tools = () => ({
    nowMs: clock.now() + skew.ms,
    random: () => random.next(),
    sendWebhook: (webhook: Webhook) => void webhooks.push(webhook),
  });
  async function browse(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const [, vendor = "", ...rest] = url.pathname.split("/");
    const simulator = vendor === "shopee" ? simulators.shopee : simulators["mercado-livre"];
    url.pathname = `/${rest.join("/")}`;
    calls.push(`${request.method} ${url.pathname}`);
    const answer = () => simulator.fetch(new Request(url, request), tools());
    const stand = next[0]?.(request, answer);
    if (stand === undefined) return answer();
    next.shift();
    return stand;
  }
  const archived: Promise<unknown>[] = [];
  const door = doorTo(browse, clock, { logger, policy, tokens: createTokenKeeper(enter), archived });
  return {
    door,
    simulators,
    calls,
    webhooks,
    next,
    archived,
    get skewMs() {
      return skew.ms;
    },
    set skewMs(ms) {
      skew.ms = ms;
    },
    scale: (vendor, input) => void simulators[vendor].scale?.(input, tools()),
    state: (vendor) => simulators[vendor].state(tools()),
    act: (vendor, action, input) => simulators[vendor].act?.(action, input, tools()) ?? {},
    browse: (request) =>
      browse(request.url.startsWith(origin) ? request : new Request(`${origin}${new URL(request.url).pathname}`, request)),
  };
}

type Line = {
  logger: MemoryLog;
  policy: Partial<HttpPolicy>;
  tokens: Parameters<typeof createChannelDoor>[1]["tokens"];
  archived: Promise<unknown>[];
};

function doorTo(browse: Marketplaces["browse"], clock: FakeClock, { logger, policy, tokens, archived }: Line): ChannelDoor {
  const http = createHttpClient({
    fetch: (url, init) => browse(new Request(url, init)),
    clock,
    random: () => 0.5,
    sleep: systemSleep,
    logger,
    breakers: createCircuitBreakers({ clock }),
    policy,
  });
  const pacer = { turn: () => Promise.resolve(), accepted: () => undefined, throttled: () => undefined };
  const archive = rawArchive(env, clock);
  const recorder = createRawRecorder({ archive, clock, logger, defer: (work) => void archived.push(work) });
  const adapters = createChannelAdapters(readConfig(env), { http: recorder.listenTo(http), clock, archive, pacerOf: () => pacer });
  return createChannelDoor(adapters, { tokens, recorder, archive });
}

/** As the tokens' own object does it, in this process: one renewal after the other, the newest pair kept aside. */
function createTokenKeeper(enter: (workspaceId: string) => ServiceContext): Parameters<typeof createChannelDoor>[1]["tokens"] {
  const tails = new Map<string, Promise<unknown>>();
  const kept = new Map<string, { sealed: string; atMs: number }>();
  return {
    async accessToken({ workspaceId, channelId, minLeftMs, refused }) {
      const safe: TokenSafe = {
        read: () => Promise.resolve(kept.get(channelId)),
        write: (pair) => Promise.resolve(void kept.set(channelId, pair)),
      };
      const ctx = enter(workspaceId);
      const before = tails.get(channelId) ?? Promise.resolve();
      const token = before.then(() => usableToken(ctx, { channelId, minLeftMs, refused, safe }));
      tails.set(
        channelId,
        token.catch(() => undefined),
      );
      return { token: await token };
    },
    forget: (channelId) => Promise.resolve(void kept.delete(channelId)),
  };
}
