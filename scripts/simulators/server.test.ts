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

async function serve(simulators: Simulator[] = [echo]) {
  const slept: number[] = [];
  const host = createSimulatorHost(simulators, {
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

const echoingSocket: Simulator = {
  ...echo,
  accept(request, _tools, peer) {
    if (new URL(request.url).pathname !== "/live") return Response.json({ error: "no such place" }, { status: 404 });
    peer.send("welcome");
    return {
      onMessage: (text) => (text === "leave" ? peer.close(1011, "asked to") : peer.send(`heard ${text}`)),
      onClose: () => undefined,
    };
  },
};

test("a socket reaches the vendor both ways, and ends as the vendor says", async () => {
  const { base, inject } = await serve([echoingSocket]);
  const socket = new WebSocket(`${base.replace("http", "ws")}/echo/live`);
  const heard: unknown[] = [];
  socket.addEventListener("message", ({ data }) => heard.push(data));
  await once(socket, "open");
  socket.send("you");
  socket.send("leave");
  const [end] = (await once(socket, "close")) as [CloseEvent];
  expect(heard).toEqual(["welcome", "heard you"]);
  expect([end.code, end.reason]).toEqual([1011, "asked to"]);
  const refused = new WebSocket(`${base.replace("http", "ws")}/echo/other`);
  await once(refused, "error");
  await inject({ kind: "status", status: 503, match: "GET /live", times: 1 });
  await once(new WebSocket(`${base.replace("http", "ws")}/echo/live`), "error");
  const state = await (await fetch(`${base}/__control/state?vendor=echo`)).json();
  expect(state).toMatchObject({ calls: [{ method: "SOCKET", status: 101 }, { status: 404 }, { status: 503 }] });
});
