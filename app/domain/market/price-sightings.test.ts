import { expect, test } from "vitest";
import { type LastSeen, priceNews, type PriceSeen, seenOfOffers } from "./price-sightings.ts";

const nowMs = Date.UTC(2026, 10, 20, 12);
const hourMs = 3_600_000;

function seen(change: Partial<PriceSeen> = {}): PriceSeen {
  const place = { listingId: "lst_1", channelId: "chn_1", gtin: null, seller: "", currency: "BRL", ownCents: 18_990 };
  return { ...place, stream: "winner lst_1", kind: "winner", state: "competing", cents: 18_500, seenAt: nowMs, hereAt: null, ...change };
}
function after(change: Partial<LastSeen> = {}): Map<string, LastSeen> {
  const last = { stream: "winner lst_1", state: "competing", cents: 18_500, seenAt: nowMs - hourMs, ...change };
  return new Map([[last.stream, last]]);
}

test("a price is told once, again when it or its place changes, and with what it was before", () => {
  expect(priceNews([seen()], new Map())).toMatchObject([{ cents: 18_500, beforeCents: null }]);
  expect(priceNews([seen()], after())).toEqual([]);
  expect(priceNews([seen({ cents: 17_900 })], after())).toMatchObject([{ cents: 17_900, beforeCents: 18_500 }]);
  expect(priceNews([seen({ state: "winning" })], after())).toMatchObject([{ state: "winning", beforeCents: 18_500 }]);
});

test("what is older than what is known changes nothing, and the same thing seen twice in one look is told once", () => {
  expect(priceNews([seen({ cents: 17_900, seenAt: nowMs - 2 * hourMs })], after())).toEqual([]);
  expect(priceNews([seen({ cents: 17_900, seenAt: nowMs - hourMs })], after())).toEqual([]);
  expect(priceNews([seen(), seen()], new Map())).toHaveLength(1);
});

test("our own price is told apart by where it was changed", () => {
  const own = { stream: "own lst_1", kind: "own", state: "", cents: 17_000 } as const;
  const known = after({ stream: "own lst_1", state: "", cents: 18_990 });
  expect(priceNews([seen({ ...own, hereAt: nowMs - 60_000 })], known)).toMatchObject([{ state: "here" }]);
  expect(priceNews([seen(own)], known)).toMatchObject([{ state: "elsewhere", beforeCents: 18_990 }]);
  // Set to this from here once, and changed twice since.
  expect(priceNews([seen({ ...own, hereAt: nowMs - 5 * hourMs })], known)).toMatchObject([{ state: "elsewhere" }]);
  expect(priceNews([seen({ ...own, cents: 18_990 })], after({ stream: "own lst_1", state: "elsewhere", cents: 18_990 }))).toEqual([]);
});

test("of a feed, new goods count, the cheapest of each seller, and who has none left only where it had some", () => {
  const offer = { gtin: "789", currency: "BRL", isNew: true, inStock: true, seenAtMs: nowMs - hourMs };
  const offers = [
    { ...offer, seller: "Casa & Cia", landedCents: 18_000 },
    { ...offer, seller: "Casa & Cia", landedCents: 17_500 },
    { ...offer, seller: "Casa & Cia", landedCents: 9_000, isNew: false },
    { ...offer, seller: "Loja", landedCents: 16_000, inStock: false },
  ];
  const all = seenOfOffers([], new Map([["789", offers]]), nowMs);
  expect(all.map(({ seller, cents, state, ownCents }) => [seller, cents, state, ownCents])).toEqual([
    ["Casa & Cia", 17_500, "on-sale", null],
    ["Loja", 16_000, "sold-out", null],
  ]);
  expect(priceNews(all, new Map()).map(({ seller }) => seller)).toEqual(["Casa & Cia"]);
  const known = after({ stream: "offer 789 Loja", state: "on-sale", cents: 16_000, seenAt: nowMs - 2 * hourMs });
  expect(priceNews(all, known).map(({ seller, state }) => [seller, state])).toContainEqual(["Loja", "sold-out"]);
});
