import type { SimulatorTools, Webhook } from "../../simulator.ts";
import { simulatedNowMs } from "../fixtures.ts";
import { createMercadoLivreSimulator } from "../simulator.ts";

export type ShopCall = { token?: string | null; headers?: Record<string, string>; body?: unknown; form?: Record<string, string> };

/** The simulator alone, called as one of its sellers, on a clock that moves when told to. */
export function shop(seller = 200_300, seed = 1) {
  const simulator = createMercadoLivreSimulator();
  const clock = { nowMs: simulatedNowMs };
  const sent: Webhook[] = [];
  simulator.reset(seed);
  const tools = (): SimulatorTools => ({ nowMs: clock.nowMs, random: () => 0.25, sendWebhook: (webhook) => sent.push(webhook) });
  const act = (action: string, input: Record<string, unknown> = {}) => simulator.act?.(action, input, tools()) ?? {};
  const tokenOf = (id: number) => String(act("grant", { seller: id, callbackUrl: "http://app.test/hooks/mercado-livre" })["access_token"]);
  const token = tokenOf(seller);

  async function call(line: string, { token: own = token, headers = {}, body, form }: ShopCall = {}) {
    const [method = "GET", path = "/"] = line.split(" ");
    const all = new Headers(headers);
    if (own !== null) all.set("authorization", `Bearer ${own}`);
    const content = form === undefined ? (body === undefined ? undefined : JSON.stringify(body)) : new URLSearchParams(form);
    const request = new Request(`http://sim.test${path}`, { method, headers: all, ...(content === undefined ? {} : { body: content }) });
    const response = await simulator.fetch(request, tools());
    const text = await response.text();
    const isJson = text !== "" && response.headers.get("content-type")?.includes("json") === true;
    return { status: response.status, headers: response.headers, text, json: isJson ? (JSON.parse(text) as unknown) : undefined };
  }

  /** Brings a listing into the state a listing usually has, whatever the seed made of it. */
  function plain(listing: string): void {
    act("automate-price", { listing, on: false });
    act("change-stock", { listing, stock: 60 });
    act("activate", { listing });
  }
  return { simulator, clock, sent, tools, act, call, plain, token, tokenOf };
}
