import { vi } from "vitest";
import type { ChannelAccount, ChannelClient, Grant } from "#app/domain/channels/ports.ts";
import { createCircuitBreakers } from "#app/platform/circuit-breakers.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { createHttpClient } from "#app/platform/http/http-client.server.ts";
import { createMemoryLog } from "#app/platform/logging/logger.ts";
import { createSimulatorHost } from "#scripts/simulators/host.ts";
import { createShopeeAdapter } from "../adapter.server.ts";
import { simulatedShopeeApp } from "../fixtures.ts";
import { createShopeeSimulator } from "../simulator.ts";

export const startMs = Date.UTC(2026, 10, 25, 15, 0, 0);
export const redirectUri = "http://app.test/connect/shopee";
export const demoShop: ChannelAccount = { vendor: "shopee", accountRef: "2000002", site: "BR" };

type Delivered = { url: string; headers: Headers; body: string };
/** Time limits of calls never strike here: they are proven with the HTTP client. Waits between tries cost no time. */
const longestWaitMs = 5_000;

/** The real adapter and HTTP client over the real simulator with its controls; only time and the network are made up. */
export function shopeeWorld(app: Partial<typeof simulatedShopeeApp> = {}) {
  const clock = createFakeClock(startMs);
  const webhooks: Delivered[] = [];
  const appAnswers: Response[] = [];
  const requests: { method: string; url: URL; body: string }[] = [];
  const vendorAnswers: (Response | Error)[] = [];
  let authorisations = 0;
  const host = createSimulatorHost([createShopeeSimulator()], {
    nowMs: () => clock.now(),
    sleep: () => Promise.resolve(),
    async fetch(request) {
      const body = await request.text();
      webhooks.push({ url: request.url, headers: request.headers, body });
      if (body.includes('"code":1,')) authorisations += 1;
      return appAnswers.shift() ?? new Response(null, { status: 200 });
    },
  });
  const paced: string[] = [];
  const archived: { key: string; body: string }[] = [];
  const log = createMemoryLog();
  const http = createHttpClient({
    async fetch(url, init) {
      const request = new Request(url, init);
      requests.push({ method: request.method, url: new URL(url), body: await request.clone().text() });
      const planned = vendorAnswers.shift();
      if (planned instanceof Error) throw planned;
      return planned ?? host.fetch(request);
    },
    clock,
    sleep(ms, signal) {
      if (ms > longestWaitMs) return new Promise((resolve) => signal?.addEventListener("abort", () => resolve()));
      clock.advance(ms);
      return Promise.resolve();
    },
    random: () => 0.5,
    logger: log,
    breakers: createCircuitBreakers({ clock }),
  });
  const adapter = createShopeeAdapter({
    ...simulatedShopeeApp,
    ...app,
    apiBaseUrl: "http://sim.test/shopee",
    authPageUrl: "http://sim.test/shopee/auth",
    http,
    pacer: {
      turn: (operation) => Promise.resolve(void paced.push(`turn ${operation}`)),
      accepted: (operation) => void paced.push(`accepted ${operation}`),
      throttled: (operation, retryAfterMs) => void paced.push(`throttled ${operation} ${retryAfterMs ?? ""}`.trim()),
    },
    archive: { keep: (key, body) => Promise.resolve(void archived.push({ key, body })) },
    clock,
  });

  async function control<T = Record<string, unknown>>(method: string, name: string, body?: object): Promise<T> {
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const answer = await host.fetch(new Request(`http://sim.test/__control/${name}`, init));
    if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
    const content: T = await answer.json();
    return content;
  }
  const act = (action: string, input: object = {}) => control("POST", "act", { vendor: "shopee", action, ...input });
  const state = async () => (await control<{ state: ShopeeState }>("GET", "state?vendor=shopee")).state;

  /** What the seller's browser does on the vendor's page; the address it is sent back to. */
  async function consent(choice: Record<string, string> = {}, state = "s"): Promise<URLSearchParams> {
    const page = adapter.authorizeUrl({ site: "BR", state, codeChallenge: "unused", redirectUri });
    const known = authorisations;
    const form = new URLSearchParams({ decision: "allow", account: "shop:2000002", days: "365", ...choice });
    const answer = await host.fetch(new Request(page, { method: "POST", body: form }));
    if (answer.status !== 302) throw new Error(`consent: ${answer.status} ${await answer.text()}`);
    // The vendor answers first and tells the app afterwards.
    if (form.get("decision") === "allow") await vi.waitUntil(() => authorisations > known, { interval: 1 });
    return new URL(answer.headers.get("location") ?? "").searchParams;
  }

  async function connect(choice: Record<string, string> = {}): Promise<Grant> {
    const callback = adapter.readCallback(await consent(choice));
    if (callback.kind === "denied") throw new Error(`denied: ${callback.reason}`);
    return adapter.exchangeCode({ site: "BR", ...callback, codeVerifier: "unused", redirectUri });
  }

  async function open(choice: Record<string, string> = {}): Promise<ChannelClient & { grant: Grant }> {
    const grant = await connect(choice);
    return { ...adapter.open(grant.account, () => Promise.resolve(grant.tokens.accessToken)), grant };
  }

  const wire = { requests, vendorAnswers, webhooks, appAnswers };
  return { adapter, clock, host, http, log, paced, archived, control, act, state, consent, connect, open, ...wire };
}

type ShopState = {
  items: number;
  listings: number;
  itemsByStatus: Record<string, number>;
  orders: number;
  ordersByStatus: Record<string, { orders: number; itemsCents: number }>;
  soldOrders: number;
  gmvCents: number;
  returned: number;
  comments: number;
};
export type ShopeeState = {
  shops: Record<string, ShopState>;
  grants: { shopId: number; endsAt: string; callbackUrl: string; isRevoked: boolean }[];
  push: { state: string; sent: number; lost: number };
  changes: { what: string; ref: string }[];
};
