import { expect, test } from "vitest";
import { createCircuitBreakers } from "#app/platform/circuit-breakers.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { createHttpClient } from "#app/platform/http/http-client.server.ts";
import { createMemoryLog } from "#app/platform/logging/logger.ts";
import { systemSleep } from "#app/platform/sleep.ts";
import { simulatedGood } from "../simulated-goods.ts";
import { createOffersFeed } from "./adapter.server.ts";
import { createOffersFeedSimulator, localOffersToken } from "./simulator.ts";

const nowMs = Date.UTC(2026, 10, 25);
const { gtin, priceCents } = simulatedGood(3);

function aFeed(answer?: () => Response, token = localOffersToken) {
  const simulator = createOffersFeedSimulator();
  const clock = createFakeClock(nowMs);
  const tools = { nowMs, random: () => 0.5, sendWebhook: () => undefined };
  const http = createHttpClient({
    fetch: (url, init) => Promise.resolve(answer?.() ?? simulator.fetch(new Request(url, init), tools)),
    clock,
    random: () => 0.5,
    sleep: systemSleep,
    logger: createMemoryLog(),
    breakers: createCircuitBreakers({ clock }),
  });
  return { simulator, tools, feed: createOffersFeed({ baseUrl: "https://feed.test/", token, http }) };
}

test("offers are told in cents with shipping, the same for the same seed", async () => {
  const { feed, simulator, tools } = aFeed();
  const offers = await feed.offersOf("demo", [gtin]);
  expect(offers).toHaveLength(3);
  for (const { landedCents } of offers) expect(landedCents / priceCents).toBeGreaterThan(0.9);
  expect(await feed.offersOf("demo", [gtin])).toEqual(offers);
  simulator.act?.("set-offer", { gtin, priceCents: 5_990, shippingCents: 1_010, availability: "out_of_stock", condition: "used" }, tools);
  expect(await feed.offersOf("demo", [gtin])).toEqual([
    { gtin, seller: "Casa & Cia", currency: "BRL", landedCents: 7_000, isNew: false, inStock: false, seenAtMs: nowMs - 3_600_000 },
  ]);
});

test("many codes are asked for in several calls", async () => {
  const { feed, simulator } = aFeed();
  await feed.offersOf(
    "demo",
    Array.from({ length: 120 }, (_, index) => simulatedGood(index).gtin),
  );
  expect(simulator.state()["calls"]).toBe(3);
});

test("a feed that is not there is told apart from one that does not answer", async () => {
  await expect(aFeed().feed.offersOf("nobody", [gtin])).rejects.toMatchObject({ code: "not_found" });
  await expect(aFeed(undefined, "wrong").feed.offersOf("demo", [gtin])).rejects.toMatchObject({ code: "unavailable" });
  await expect(aFeed(() => new Response("<html>", { status: 200 })).feed.offersOf("demo", [gtin])).rejects.toMatchObject({
    code: "unavailable",
  });
});

test("lines that are no offers, or of goods nobody asked for, are left out", async () => {
  const good = { gtin, seller: "A", price: "10", shipping: "0", currency: "BRL", condition: "new", availability: "in_stock" };
  const seen = { ...good, seen_at: "2026-11-25T00:00:00Z" };
  const offers = [{ ...seen, price: "-1" }, { ...seen, price: "1e9" }, { ...seen, gtin: "00000000" }, good, null, "x", seen];
  const { feed } = aFeed(() => Response.json({ feed: "demo", generated_at: "2026-11-25T00:00:00Z", offers }));
  expect((await feed.offersOf("demo", [gtin])).map(({ landedCents }) => landedCents)).toEqual([1_000]);
});
