import { vi } from "vitest";
import { z } from "zod";
import type { ChannelClient, Grant } from "#app/domain/channels/ports.ts";
import { createCircuitBreakers } from "#app/platform/circuit-breakers.ts";
import { createFakeClock, type FakeClock } from "#app/platform/clock.ts";
import { createHttpClient } from "#app/platform/http/http-client.server.ts";
import { createMemoryLog } from "#app/platform/logging/logger.ts";
import { createSimulatorHost } from "#scripts/simulators/host.ts";
import { createShopeeAdapter } from "../adapter.server.ts";
import { simulatedShopeeApp } from "../fixtures.ts";
import { createShopeeSimulator } from "../simulator.ts";

export const startMs = Date.UTC(2026, 10, 25, 15, 0, 0);
export const redirectUri = "http://app.test/connect/shopee";

type Delivered = { url: string; headers: Headers; body: string };
/** Time limits of calls never strike here: they are proven with the HTTP client. Waits between tries cost no time. */
const longestWaitMs = 5_000;

/** The real simulator with its controls, behind a network that can be told to answer otherwise. */
function createVendor(clock: FakeClock) {
  const webhooks: Delivered[] = [];
  const appAnswers: Response[] = [];
  const vendorAnswers: (Response | Error)[] = [];
  /** By operation, where calls go out side by side and their order is nobody's promise. */
  const answersTo = new Map<string, () => Response>();
  const requests: { method: string; url: URL; body: string }[] = [];
  const authorisations: string[] = [];
  const host = createSimulatorHost([createShopeeSimulator()], {
    nowMs: () => clock.now(),
    sleep: () => Promise.resolve(),
    async fetch(request) {
      const body = await request.text();
      webhooks.push({ url: request.url, headers: request.headers, body });
      if (body.includes('"code":1,')) authorisations.push(body);
      return appAnswers.shift() ?? new Response(null, { status: 200 });
    },
  });
  async function fetch(url: string, init: RequestInit): Promise<Response> {
    const request = new Request(url, init);
    requests.push({ method: request.method, url: new URL(url), body: await request.clone().text() });
    const planned = answersTo.get(new URL(url).pathname.split("/api/v2/")[1] ?? "")?.() ?? vendorAnswers.shift();
    if (planned instanceof Error) throw planned;
    return planned ?? host.fetch(request);
  }
  async function control(method: string, name: string, input?: object): Promise<Record<string, unknown>> {
    const init = { method, ...(input === undefined ? {} : { body: JSON.stringify(input) }) };
    const answer = await host.fetch(new Request(`http://sim.test/__control/${name}`, init));
    if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
    return z.record(z.string(), z.unknown()).parse(await answer.json());
  }
  const act = (action: string, input: object = {}) => control("POST", "act", { vendor: "shopee", action, ...input });
  const state = async () => stateSchema.parse((await control("GET", "state?vendor=shopee"))["state"]);
  return { host, fetch, control, act, state, webhooks, appAnswers, vendorAnswers, answersTo, requests, authorisations };
}

function createApp(clock: FakeClock, vendor: ReturnType<typeof createVendor>, app: Partial<typeof simulatedShopeeApp>) {
  const paced: string[] = [];
  const archived: { key: string; body: string }[] = [];
  const log = createMemoryLog();
  const http = createHttpClient({
    fetch: vendor.fetch,
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
  return { adapter, log, paced, archived };
}

/** The real adapter and HTTP client over the real simulator; only time and the network are made up. */
export function shopeeWorld(change: Partial<typeof simulatedShopeeApp> = {}) {
  const clock = createFakeClock(startMs);
  const vendor = createVendor(clock);
  const app = createApp(clock, vendor, change);
  const { adapter } = app;

  /** What the seller's browser does on the vendor's page; the address it is sent back to. */
  async function consent(choice: Record<string, string> = {}, state = "s"): Promise<URLSearchParams> {
    const page = adapter.authorizeUrl({ site: "BR", state, codeChallenge: "unused", redirectUri });
    const known = vendor.authorisations.length;
    const form = new URLSearchParams({ decision: "allow", account: "shop:2000002", days: "365", ...choice });
    const answer = await vendor.host.fetch(new Request(page, { method: "POST", body: form }));
    if (answer.status !== 302) throw new Error(`consent: ${answer.status} ${await answer.text()}`);
    // The vendor answers first and tells the app afterwards.
    if (form.get("decision") === "allow") await vi.waitUntil(() => vendor.authorisations.length > known, { interval: 1, timeout: 10_000 });
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

  return { ...vendor, ...app, clock, consent, connect, open };
}

const shopState = z.object({
  items: z.number(),
  listings: z.number(),
  orders: z.number(),
  gmvCents: z.number(),
  returned: z.number(),
  ordersByStatus: z.record(z.string(), z.object({ orders: z.number(), itemsCents: z.number() })),
});
const stateSchema = z.object({
  shops: z.record(z.string(), shopState),
  push: z.object({ state: z.string(), lost: z.number() }),
});
