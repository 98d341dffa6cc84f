import { describe, expect, test } from "vitest";
import type { ChannelNotice } from "#app/domain/channels/ports.ts";
import { mercadoLivreWorld } from "./testing/world.ts";

const flask = "MLB3300000003";
const hourMs = 3_600_000;

type World = ReturnType<typeof mercadoLivreWorld>;

async function readAll(world: World, outcome = { status: 200, durationMs: 5 }): Promise<ChannelNotice[]> {
  const notices: ChannelNotice[] = [];
  for (const webhook of world.takeWebhooks({ body: "", ...outcome })) {
    const reading = await world.adapter.readWebhook({ url: webhook.url, headers: new Headers(webhook.headers), body: webhook.body });
    if (reading.kind === "refused") throw new Error(reading.reason);
    expect(reading.answer.status).toBe(200);
    notices.push(...reading.notices);
  }
  return notices;
}

describe("what happens in a shop is told", () => {
  test.each([
    ["sell", { listing: flask }, ["order", "listing", "shipment", "nothing"]],
    ["change-price", { listing: flask, priceCents: 9_900 }, ["listing"]],
    ["change-stock", { listing: flask, stock: 3 }, ["listing", "nothing"]],
    ["pause", { listing: flask }, ["listing"]],
    ["ask", { listing: flask, text: "Tem?" }, ["question"]],
  ] as const)("%s", async (action, input, kinds) => {
    const world = mercadoLivreWorld();
    world.open();
    world.act(action, input);
    const notices = await readAll(world);
    expect(new Set(notices.map((notice) => notice.about.kind))).toEqual(new Set(kinds));
    expect(new Set(notices.map((notice) => notice.accountRef))).toEqual(new Set(["200300"]));
    expect(new Set(notices.map((notice) => notice.key)).size).toBe(notices.length);
  });

  test("and leads to the thing that changed", async () => {
    const world = mercadoLivreWorld();
    const client = world.open();
    const { order } = world.act("sell", { listing: flask });
    const notices = await readAll(world);
    expect(notices.find((notice) => notice.about.kind === "order")?.about).toEqual({ kind: "order", ref: order });
    const shipment = notices.flatMap(({ about }) => (about.kind === "shipment" ? [about.ref] : []))[0];
    expect(await client.orderRefsOfShipment(shipment ?? "")).toEqual([order]);
  });

  test("but not after the access was taken back", async () => {
    const world = mercadoLivreWorld();
    world.open();
    world.act("revoke", { seller: 200_300 });
    world.act("sell", { listing: flask });
    expect(world.takeWebhooks()).toEqual([]);
  });
});

test.each(["", "{", "[]", '{"topic":"orders_v2"}', '{"resource":"/orders/1","user_id":null,"topic":"x"}'])(
  "the body %s is refused and not a notice",
  async (body) => {
    const reading = await mercadoLivreWorld().adapter.readWebhook({
      url: "http://app.test/hooks/mercado-livre",
      headers: new Headers(),
      body,
    });
    expect(reading.kind).toBe("refused");
  },
);

test("a notice meant for another app is refused", async () => {
  const body = JSON.stringify({ _id: "1", resource: "/orders/1", user_id: 1, topic: "orders_v2", application_id: 999 });
  const reading = await mercadoLivreWorld().adapter.readWebhook({ url: "http://app.test/x", headers: new Headers(), body });
  expect(reading).toEqual({ kind: "refused", reason: "meant for another app" });
});

describe("a notice that is not taken", () => {
  test.each([
    ["refused", { status: 500, durationMs: 5 }],
    ["answered too late", { status: 200, durationMs: 501 }],
    ["taken by nobody", { status: 0, durationMs: 0 }],
  ])("because it is %s comes again with the same key, and no more once it is taken", async (_, outcome) => {
    const world = mercadoLivreWorld();
    world.open();
    world.act("ask", { listing: flask, text: "Tem?" });
    const first = await readAll(world, outcome);
    world.state();
    expect(world.takeWebhooks()).toEqual([]);
    world.clock.advance(60_000);
    world.state();
    const second = await readAll(world);
    expect(second.map((notice) => notice.key)).toEqual(first.map((notice) => notice.key));
    world.clock.advance(10 * 60_000);
    world.state();
    expect(world.takeWebhooks()).toEqual([]);
  });

  test("for an hour waits two days among the missed of the whole app, those about listings too", async () => {
    const world = mercadoLivreWorld();
    const client = world.open();
    world.open("200400");
    world.act("ask", { listing: flask, text: "Tem?" });
    world.act("pause", { listing: flask });
    world.act("pause", { listing: "MLB3400005001" });
    const sent = await readAll(world, { status: 503, durationMs: 5 });
    world.clock.advance(hourMs);
    const missed: ChannelNotice[] = [];
    for (let place: string | null | undefined; place !== null;) {
      const page = await client.missedNotices(place ?? null);
      missed.push(...page.notices);
      await page.confirm();
      place = page.next;
    }
    expect(missed.map((notice) => notice.key).toSorted()).toEqual(sent.map((notice) => notice.key).toSorted());
    expect(new Set(missed.map((notice) => notice.accountRef))).toEqual(new Set(["200300", "200400"]));
    expect(new Set(missed.map((notice) => notice.topic))).toEqual(new Set(["questions", "items"]));
    world.clock.advance(48 * hourMs);
    world.act("grant", { seller: 200_300 });
    const late = world.open();
    expect((await late.missedNotices(null)).notices).toEqual([]);
  });

  test("too often ends its topic, whose happenings are lost until it is taken up again", async () => {
    const world = mercadoLivreWorld();
    world.open();
    world.act("switch", { disableTopicAfter: 2 });
    for (const text of ["um", "dois"]) world.act("ask", { listing: flask, text });
    await readAll(world, { status: 500, durationMs: 5 });
    world.act("ask", { listing: flask, text: "três" });
    expect(world.takeWebhooks()).toEqual([]);
    world.act("subscribe");
    world.act("ask", { listing: flask, text: "quatro" });
    expect(await readAll(world)).toHaveLength(1);
  });
});
