import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { Simulator } from "#app/integrations/simulator.ts";
import { createSimulatorHost } from "./host.ts";
import { serveSimulators } from "./server.ts";

const echo: Simulator = {
  vendor: "echo",
  title: "Echo",
  reset: () => undefined,
  state: () => ({}),
  fetch: async (request) => new Response(`${request.method} ${request.headers.get("x-mark") ?? ""} ${await request.text()}`.repeat(50)),
};

async function serve() {
  const slept: number[] = [];
  const host = createSimulatorHost([echo], {
    nowMs: () => 0,
    sleep: async (ms) => void slept.push(ms),
    fetch: () => Promise.reject(new Error("offline")),
  });
  const server = serveSimulators(host).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const inject = (fault: object) =>
    fetch(`${base}/__control/faults`, { method: "POST", body: JSON.stringify({ vendor: "echo", ...fault }) });
  return { base, inject, slept };
}

test("method, headers and body reach the vendor, and its answer comes back whole", async () => {
  const { base } = await serve();
  const answer = await fetch(`${base}/echo/x`, { method: "PUT", headers: { "x-mark": "m" }, body: "body" });
  expect(await answer.text()).toBe("PUT m body".repeat(50));
});

test("a dropped call breaks the connection without an answer, once", async () => {
  const { base, inject } = await serve();
  await inject({ kind: "drop", times: 1 });
  await expect(fetch(`${base}/echo/x`)).rejects.toThrow("fetch failed");
  expect((await fetch(`${base}/echo/x`)).status).toBe(200);
});

test("a truncated answer starts well and ends halfway", async () => {
  const { base, inject } = await serve();
  await inject({ kind: "truncate", times: 1 });
  const answer = await fetch(`${base}/echo/x`);
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow("terminated");
});

test("a hanging call holds until the caller gives up, and the server lives on", async () => {
  const { base, inject } = await serve();
  await inject({ kind: "hang", times: 1 });
  const caller = new AbortController();
  const hanging = fetch(`${base}/echo/x`, { signal: caller.signal });
  const other = await fetch(`${base}/echo/x`);
  expect(other.status).toBe(200);
  caller.abort();
  await expect(hanging).rejects.toThrow("aborted");
});

test("a slow call waits as long as told before the vendor answers", async () => {
  const { base, inject, slept } = await serve();
  await inject({ kind: "latency", ms: 1_500, times: 1 });
  expect((await fetch(`${base}/echo/x`)).status).toBe(200);
  expect(slept).toEqual([1_500]);
});
