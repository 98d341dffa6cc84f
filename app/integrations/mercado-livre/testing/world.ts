import type { ChannelClient, RawArchive } from "#app/domain/channels/ports.ts";
import { createCircuitBreakers } from "#app/platform/circuit-breakers.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { createFakeSleep } from "#app/platform/fake-sleep.ts";
import { createHttpClient } from "#app/platform/http/http-client.server.ts";
import { createMemoryLog } from "#app/platform/logging/logger.ts";
import type { DeliveryOutcome, SimulatorTools, Webhook } from "../../simulator.ts";
import { createMercadoLivreAdapter } from "../adapter.server.ts";
import { createMercadoLivreSimulator } from "../simulator.ts";
import { demoAccount, localMercadoLivre, simulatedNowMs } from "../fixtures.ts";

type Answer = (request: Request) => Response | Promise<Response>;

/** The real client and adapter over the simulator, or over whatever the vendor answers next, on a clock of their own. */
export function mercadoLivreWorld() {
  const clock = createFakeClock(simulatedNowMs);
  const timers = createFakeSleep(clock);
  const simulator = createMercadoLivreSimulator({ callbackUrl: "http://app.test/hooks/mercado-livre" });
  const webhooks: Webhook[] = [];
  const requests: { method: string; path: string; headers: Headers; body: string }[] = [];
  const next: Answer[] = [];
  const archived: [string, string][] = [];
  const paced: string[] = [];
  const archive: RawArchive = { keep: (key, body) => Promise.resolve(void archived.push([key, body])) };
  const tools = (): SimulatorTools => ({ nowMs: clock.now(), random: () => 0.25, sendWebhook: (webhook) => webhooks.push(webhook) });

  async function vendor(url: string, init: RequestInit): Promise<Response> {
    const request: Request = new Request(url.replace("/mercado-livre/", "/"), init);
    const { pathname, search } = new URL(request.url);
    requests.push({ method: request.method, path: pathname + search, headers: request.headers, body: await request.clone().text() });
    const answer = next.shift();
    return answer === undefined ? simulator.fetch(request, tools()) : answer(request);
  }

  const adapter = createMercadoLivreAdapter({
    ...localMercadoLivre("http://sim.test/mercado-livre"),
    http: createHttpClient({
      fetch: vendor,
      clock,
      sleep: timers.sleep,
      random: () => 0.5,
      logger: createMemoryLog(),
      breakers: createCircuitBreakers({ clock }),
    }),
    pacer: {
      turn: (operation) => Promise.resolve(void paced.push(operation)),
      accepted: (operation) => void paced.push(`${operation} accepted`),
      throttled: (operation, retryAfterMs) => void paced.push(`${operation} throttled ${retryAfterMs}`),
    },
    archive,
    clock,
  });

  const act = (action: string, input: Record<string, unknown> = {}) => simulator.act?.(action, input, tools()) ?? {};

  /** A client of an account that has allowed the app. */
  function open(accountRef = "200300"): ChannelClient {
    const { access_token: token } = act("grant", { seller: Number(accountRef) });
    return adapter.open({ ...demoAccount, accountRef }, () => Promise.resolve(String(token)));
  }

  /** What the app would have been sent, taken by it as told. */
  function takeWebhooks(outcome: DeliveryOutcome = { status: 200, body: "", durationMs: 5 }): Webhook[] {
    const taken = webhooks.splice(0);
    for (const webhook of taken) webhook.settled?.(outcome);
    return taken;
  }

  const state = () => simulator.state(tools());
  return { clock, timers, simulator, adapter, requests, next, archived, paced, tools, act, open, takeWebhooks, state, run: timers.run };
}
