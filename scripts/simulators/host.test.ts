import { expect, test } from "vitest";
import { z } from "zod";
import { type DeliveryOutcome, type Simulator, UnknownActionError } from "#app/integrations/simulator.ts";
import { createSimulatorHost } from "./host.ts";

const startMs = 1_700_000_000_000;

/** A vendor that draws numbers and tells a shop when it sells something. */
function shopVendor(): Simulator {
  let drawn: number[] = [];
  return {
    vendor: "shop",
    title: "A shop",
    reset: () => void (drawn = []),
    state: () => ({ drawn }),
    async fetch(request, tools) {
      drawn.push(tools.random());
      return Response.json({ path: new URL(request.url).pathname, nowMs: tools.nowMs });
    },
    act(action, input, tools) {
      if (action !== "sell") throw new UnknownActionError("shop", action, ["sell"]);
      const { times } = z.strictObject({ times: z.number() }).parse(input);
      for (let index = 0; index < times; index += 1) tools.sendWebhook({ url: "http://app.test/hook", headers: {}, body: String(index) });
      return { sold: times };
    },
    scale(input) {
      return z.strictObject({ orders: z.number() }).parse(input);
    },
  };
}

function world() {
  const received: string[] = [];
  const slept: number[] = [];
  const host = createSimulatorHost([shopVendor()], {
    nowMs: () => startMs,
    sleep: async (ms) => void slept.push(ms),
    async fetch(request) {
      received.push(await request.text());
      return new Response(null, { status: 204 });
    },
  });
  const call = (method: string, path: string, body?: unknown) =>
    host.fetch(
      new Request(`http://sim.test${path}`, {
        method,
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    );
  const control = async (method: string, name: string, body?: unknown) => {
    const answer = await call(method, `/__control/${name}`, body);
    return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.json<Record<string, unknown>>() };
  };
  return { call, control, received, slept };
}

test("a vendor sees its own paths, and the journal keeps what it was asked", async () => {
  const { call, control } = world();
  const answer = await call("GET", "/shop/orders/search?page=2");
  expect(await answer.json()).toMatchObject({ path: "/orders/search" });
  const { body } = await control("GET", "state?vendor=shop");
  expect(body["calls"]).toEqual([{ method: "GET", path: "/orders/search", status: 200, at: new Date(startMs).toISOString() }]);
});

test("the journal stays small however long the app runs", async () => {
  const { call, control } = world();
  for (let index = 0; index < 1_005; index += 1) await call("GET", `/shop/${index}`);
  const { body } = await control("GET", "state?vendor=shop");
  expect(body["calls"]).toHaveLength(1_000);
  expect(body["calls"]).toMatchObject({ 0: { path: "/5" } });
});

test("the same seed gives the same data after every reset, another seed gives other data", async () => {
  const { call, control } = world();
  async function drawWith(seed: number) {
    await control("POST", "reset", { seed });
    await call("GET", "/shop/a");
    await call("GET", "/shop/b");
    return (await control("GET", "state?vendor=shop")).body["state"];
  }
  const first = await drawWith(7);
  expect(await drawWith(7)).toEqual(first);
  expect(await drawWith(8)).not.toEqual(first);
});

test("a vendor's clock moves when told to and starts over with a reset", async () => {
  const { call, control } = world();
  await control("POST", "clock", { vendor: "shop", advanceMs: 60_000 });
  expect(await (await call("GET", "/shop/x")).json()).toMatchObject({ nowMs: startMs + 60_000 });
  await control("POST", "reset");
  expect(await (await call("GET", "/shop/x")).json()).toMatchObject({ nowMs: startMs });
});

test("webhooks follow an action as badly as asked: twice, late, in another order, or never", async () => {
  const { control, received, slept } = world();
  await control("POST", "act", { vendor: "shop", action: "sell", times: 2 });
  expect(received.splice(0)).toEqual(["0", "1"]);
  const { body } = await control("POST", "act", { vendor: "shop", action: "sell", times: 2, webhooks: { duplicate: true, delayMs: 250 } });
  expect(received.splice(0)).toEqual(["0", "0", "1", "1"]);
  expect(slept).toEqual([250]);
  expect(body).toMatchObject({ sold: 2, webhooks: [{ status: 204 }, { status: 204 }, { status: 204 }, { status: 204 }] });
  await control("POST", "act", { vendor: "shop", action: "sell", times: 20, webhooks: { shuffle: true } });
  const shuffled = received.splice(0);
  expect(shuffled.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, index) => String(index)));
  expect(shuffled).not.toEqual(shuffled.toSorted((a, b) => Number(a) - Number(b)));
  await control("POST", "act", { vendor: "shop", action: "sell", times: 2, webhooks: { drop: true } });
  expect(received).toEqual([]);
});

test("a vendor signs its webhooks on the way out and hears how each delivery ended, also of one that never left", async () => {
  const outcomes: DeliveryOutcome[] = [];
  const signer: Simulator = {
    ...shopVendor(),
    act(_action, _input, tools) {
      tools.sendWebhook({
        url: "http://app.test/hook",
        headers: { "x-plain": "p" },
        body: "b",
        sign: () => Promise.resolve({ authorization: "signed" }),
        settled: (outcome) => void outcomes.push(outcome),
      });
      return {};
    },
  };
  const headers: (string | null)[] = [];
  const host = createSimulatorHost([signer], {
    nowMs: () => startMs,
    sleep: () => Promise.resolve(),
    fetch(request) {
      headers.push(request.headers.get("x-plain"), request.headers.get("authorization"));
      return Promise.resolve(new Response("thanks"));
    },
  });
  const act = (webhooks: object) =>
    host.fetch(
      new Request("http://sim.test/__control/act", { method: "POST", body: JSON.stringify({ vendor: "shop", action: "x", webhooks }) }),
    );
  await act({});
  await act({ drop: true });
  expect(headers).toEqual(["p", "signed"]);
  expect(outcomes).toEqual([
    { status: 200, body: "thanks", durationMs: 0 },
    { status: 0, body: "", durationMs: 0 },
  ]);
});

test("a fault counts down its times and then the vendor answers again", async () => {
  const { call, control } = world();
  await control("POST", "faults", { vendor: "shop", match: "GET /orders", kind: "status", status: 503, retryAfter: 7, times: 2 });
  expect((await call("POST", "/shop/orders")).status).toBe(200);
  const refused = await call("GET", "/shop/orders/search");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "7"]);
  expect((await call("GET", "/shop/orders")).status).toBe(503);
  expect((await call("GET", "/shop/orders")).status).toBe(200);
});

test("a fault with a share meets about that part of the calls, the same ones each time", async () => {
  const failed = async () => {
    const { control, call } = world();
    await control("POST", "faults", { vendor: "shop", kind: "status", status: 500, share: 0.2 });
    const statuses = await Promise.all(Array.from({ length: 200 }, () => call("GET", "/shop/orders").then(({ status }) => status)));
    return statuses.flatMap((status, index) => (status === 500 ? [index] : []));
  };
  const first = await failed();
  expect(first.length).toBeGreaterThan(20);
  expect(first.length).toBeLessThan(60);
  expect(await failed()).toEqual(first);
});

test("clearing faults, for one vendor or all, ends them at once", async () => {
  const { call, control } = world();
  await control("POST", "faults", { vendor: "shop", kind: "status", status: 500 });
  expect((await call("GET", "/shop/x")).status).toBe(500);
  await control("DELETE", "faults", { vendor: "shop" });
  expect((await call("GET", "/shop/x")).status).toBe(200);
});

test.each<[string, string, unknown, number, string]>([
  ["POST", "faults", { vendor: "shop", kind: "explode" }, 400, "kind"],
  ["POST", "faults", { vendor: "shop", kind: "status" }, 400, "status"],
  ["POST", "faults", { vendor: "shop", kind: "latency" }, 400, "ms"],
  ["POST", "faults", { vendor: "shop", kind: "drop", match: "orders" }, 400, "match"],
  ["POST", "faults", { vendor: "nobody", kind: "drop" }, 404, "nobody"],
  ["POST", "faults", "{not json", 400, "not JSON"],
  ["POST", "clock", { advanceMs: -1 }, 400, "advanceMs"],
  ["POST", "clock", { advanceMs: "1" }, 400, "advanceMs"],
  ["POST", "reset", { seed: 1.5 }, 400, "seed"],
  ["POST", "act", { vendor: "shop", action: "fly" }, 400, "It can: sell"],
  ["POST", "act", { vendor: "shop", action: "sell" }, 400, "times"],
  ["POST", "act", { vendor: "shop", action: "sell", times: 1, webhooks: { late: true } }, 400, "webhooks"],
  ["POST", "scale", { vendor: "shop", orders: "many" }, 400, "orders"],
  ["GET", "state?vendor=nobody", undefined, 404, "nobody"],
  ["GET", "nonsense", undefined, 404, "nonsense"],
])("a control call that cannot be carried out is refused with a problem: %s %s %o", async (method, name, body, status, detail) => {
  const answer = await world().control(method, name, body);
  expect([answer.status, answer.type]).toEqual([status, "application/problem+json"]);
  expect(String(answer.body["detail"])).toContain(detail);
});

test("a path without a vendor is a problem too, and the front page names the vendors", async () => {
  const { call } = world();
  expect((await call("GET", "/nobody/x")).status).toBe(404);
  expect(await (await call("GET", "/")).text()).toContain("A shop");
});

test("a vendor hears how long each delivery took", async () => {
  const outcomes: DeliveryOutcome[] = [];
  let nowMs = startMs;
  const teller: Simulator = {
    ...shopVendor(),
    act(_, __, tools) {
      for (const url of ["http://app.test/quick", "http://app.test/slow", "http://app.test/gone"]) {
        tools.sendWebhook({ url, headers: {}, body: "", settled: (outcome) => outcomes.push(outcome) });
      }
      return {};
    },
  };
  const host = createSimulatorHost([teller], {
    nowMs: () => nowMs,
    sleep: () => Promise.resolve(),
    async fetch(request) {
      if (request.url.endsWith("gone")) throw new TypeError("refused");
      nowMs += request.url.endsWith("slow") ? 900 : 5;
      return new Response(null, { status: 200 });
    },
  });
  const act = (webhooks: object) =>
    host.fetch(
      new Request("http://sim.test/__control/act", { method: "POST", body: JSON.stringify({ vendor: "shop", action: "x", webhooks }) }),
    );
  await act({});
  expect(outcomes).toEqual([
    { status: 200, body: "", durationMs: 5 },
    { status: 200, body: "", durationMs: 900 },
    { status: 0, body: "", durationMs: 0 },
  ]);
});
