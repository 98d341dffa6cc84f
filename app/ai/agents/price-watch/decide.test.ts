import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agentSettings, type SettingsOf } from "#app/domain/agents/settings.ts";
import { priceCorridor } from "#app/domain/pricing/corridor.ts";
import type { MarketOffer } from "#app/domain/selling/ports.ts";
import type { PriceSignal } from "#app/domain/selling/read-price-signals.server.ts";
import { aPriceQuestion, listingFacts } from "#app/domain/selling/testing/facts.ts";
import { expectSound, hourMs, nowMs, ofRule, rulesOf } from "../testing/planted.ts";
import { decidePrices } from "./decide.ts";
import type { PricesSeen } from "./seen.ts";

type Settings = SettingsOf<"price-watch">;
const usual = agentSettings["price-watch"].parse({});
const dayMs = 24 * hourMs;
const competing = (priceToWinCents: number | null) => ({
  state: "competing" as const,
  priceToWinCents,
  winnerPriceCents: priceToWinCents,
  reasons: [],
});

/** At R$ 189.90, with R$ 80 of cost: 12 % commission, and R$ 20 of shipping from R$ 79 on. */
function aSignal(change: Partial<PriceSignal> = {}): PriceSignal {
  const read = { verdictsReadAtMs: nowMs - hourMs, variant: { id: "var_1", costCents: 8_000, stock: 10, changedAtMs: nowMs - dayMs } };
  return {
    ...listingFacts({ nowMs, competition: competing(18_490), priceReference: null, ...read }),
    moves: [],
    isMoving: false,
    ownOffers: [],
    ...change,
  };
}

const anOffer = (change: Partial<MarketOffer> = {}): MarketOffer => {
  const other = { gtin: "7891234567895", seller: "Casa", currency: "BRL", isNew: true, inStock: true, seenAtMs: nowMs - hourMs };
  return { ...other, landedCents: 17_990, ...change };
};

function decide(
  signal: Partial<PriceSignal>,
  own: { settings?: Partial<Settings>; offers?: MarketOffer[]; seen?: Partial<PricesSeen> } = {},
) {
  const offers = new Map([["7891234567895", own.offers ?? []]]);
  const seen = { signals: [aSignal(signal)], offers, feed: "off" as const, hasMore: false, ...own.seen };
  const settings = { ...usual, ...own.settings };
  const outcome = decidePrices(seen, settings, nowMs);
  expectSound(outcome);
  expect(decidePrices(seen, settings, nowMs)).toEqual(outcome);
  return outcome;
}

function moveOf(outcome: ReturnType<typeof decide>) {
  const [move] = outcome.decisions.flatMap(({ proposal }) => proposal ?? []);
  return move?.call.tool === "change-price" ? move.call.input : undefined;
}

describe("a price is lowered", () => {
  test("to just below what wins, with everything it rests on", () => {
    const outcome = decide({});
    expect(rulesOf(outcome)).toEqual(["price.lower-to-win"]);
    expect(moveOf(outcome)).toEqual({ listingId: "lst_1", fromCents: 18_990, toCents: 18_489, currency: "BRL" });
    const [decision] = outcome.decisions;
    expect(decision).toMatchObject({
      ruleVersion: 1,
      facts: { feeRule: "mlb/classic/from-79", feesValidFrom: "2026-03-02", costCents: 8_000 },
    });
    expect(decision?.facts).toMatchObject({ bandFromCents: 7_900, commissionPercent: 12, shippingCents: 2_000, priceToWinCents: 18_490 });
    // 184.89 less 12 %, less 80 and 20.
    expect(decision?.proposal?.effect).toEqual({ currency: "BRL", marginCents: 6_711, newMarginCents: 6_270, newMarginPercent: 33.9 });
  });

  test("towards the marketplace's reference, as far as the floor lets it", () => {
    const signal = { competition: null, units7d: 0, units30d: 9 };
    const reference = (suggestedCents: number) => ({
      ...signal,
      priceReference: { state: "high" as const, suggestedCents, lowestCents: null },
    });
    expect(moveOf(decide(reference(18_000)))?.toCents).toBe(18_000);
    // 15 % of 136.99 is the least that 100 of costs and 12 % leave.
    const floored = decide(reference(9_000), { settings: { leastMarginPercent: 15, dailyCapPercent: 50 } });
    expect(moveOf(floored)?.toCents).toBe(13_699);
  });

  test("below another seller when sales fell, and not for a used, sold out, foreign, old or absurd offer", () => {
    const quiet = { competition: null, units7d: 0, units30d: 9 };
    expect(moveOf(decide(quiet, { offers: [anOffer()] }))?.toCents).toBe(17_989);
    const others = [{ isNew: false }, { inStock: false }, { currency: "USD" }, { seenAtMs: nowMs - 100 * hourMs }, { landedCents: 100 }];
    expect(rulesOf(decide(quiet, { offers: others.map(anOffer) }))).toEqual(["price.left-no-signal"]);
  });

  test("by no more than the day's share, and a big fall waits for a person", () => {
    const outcome = decide({ competition: competing(15_000) });
    expect(rulesOf(outcome)).toEqual(["price.lower-step"]);
    expect(moveOf(outcome)?.toCents).toBe(18_990 - 1_899);
    expect(outcome.decisions[0]?.proposal?.needsPerson).toBe(true);
    expect(decide({}).decisions[0]?.proposal?.needsPerson).toBe(false);
  });

  test("past a dead zone to the edge below it, or not at all", () => {
    const pricing = aPriceQuestion({ costCents: 4_000 });
    const signal = { priceCents: 11_000, pricing, competition: competing(9_500) };
    expect(moveOf(decide(signal, { settings: { dailyCapPercent: 50 } }))?.toCents).toBe(7_899);
    expect(rulesOf(decide(signal, { settings: { dailyCapPercent: 5 } }))).toEqual(["price.lower-step"]);
    expect(rulesOf(decide({ ...signal, priceCents: 10_200 }, { settings: { dailyCapPercent: 5 } }))).toEqual(["price.dead-zone"]);
  });
});

describe("a price is raised", () => {
  const winning = { state: "winning" as const, priceToWinCents: 20_990, winnerPriceCents: 18_990, reasons: [] };
  test("half way up to the next one while it wins", () => {
    const outcome = decide({ competition: winning });
    expect(rulesOf(outcome)).toEqual(["price.raise"]);
    expect(moveOf(outcome)?.toCents).toBe(18_990 + 999);
  });
  test("never above what the marketplace suggests, nor by a trifle, nor into a dead zone", () => {
    const capped = { competition: winning, priceReference: { state: "lowest" as const, suggestedCents: 19_400, lowestCents: null } };
    expect(moveOf(decide(capped))?.toCents).toBe(19_194);
    expect(rulesOf(decide({ competition: { ...winning, priceToWinCents: 19_100 } }))).toEqual(["price.left-winning"]);
    const pricing = aPriceQuestion({ costCents: 4_000 });
    expect(rulesOf(decide({ priceCents: 7_899, pricing, competition: { ...winning, priceToWinCents: 9_000 } }))).toEqual([
      "price.dead-zone",
    ]);
  });
});

describe("a price stays", () => {
  const high = { state: "high" as const, suggestedCents: 18_000, lowestCents: null };
  test.each<[string, Partial<PriceSignal>]>([
    ["left-automated", { isPriceAutomated: true }],
    ["left-promotion", { regularPriceCents: 20_000 }],
    ["left-moving", { isMoving: true }],
    ["left-cost-unknown", { variant: null }],
    ["left-cost-old", { variant: { id: "v", costCents: 8_000, stock: 1, changedAtMs: nowMs - 400 * dayMs } }],
    ["left-fees-unknown", { fees: null }],
    ["left-shipping-unknown", { isShippingUnknown: true }],
    ["left-fees-doubted", { chargedBp: 1_600 }],
    ["left-signals-old", { verdictsReadAtMs: nowMs - 100 * hourMs }],
    ["left-signals-old", { verdictsReadAtMs: null }],
    ["left-listed", { competition: { ...competing(null), state: "listed" } }],
    ["left-winning", { competition: { ...competing(18_990), state: "winning" } }],
    ["left-elsewhere", { competition: competing(18_990) }],
    ["left-sells-well", { competition: null, priceReference: high, units7d: 3, units30d: 12 }],
    ["left-few-visits", { competition: null, priceReference: high, units7d: 0, units30d: 4, visits30d: 12 }],
    ["left-in-line", { competition: null, priceReference: { ...high, state: "ok" } }],
    ["left-no-signal", { competition: null }],
    ["floor-holds", { competition: competing(10_500) }],
    ["below-floor", { priceCents: 11_000, competition: { ...competing(null), state: "listed" } }],
    ["cooling-down", { moves: [{ atMs: nowMs - 3 * hourMs, beforeCents: 19_000, afterCents: 18_990 }] }],
  ])("%s", (rule, change) => {
    const outcome = decide(change);
    expect(rulesOf(outcome)).toEqual([`price.${rule}`]);
    expect(moveOf(outcome)).toBeUndefined();
  });

  test("once the day's share is used up, whatever the rest between moves", () => {
    const moves = [{ atMs: nowMs - 2 * hourMs, beforeCents: 21_000, afterCents: 18_900 }];
    expect(rulesOf(decide({ moves }, { settings: { coolDownHours: 1 } }))).toEqual(["price.daily-cap"]);
  });

  test("above the lowest that people set for its SKU", () => {
    expect(rulesOf(decide({}, { settings: { minimums: { "CH-18": 18_600 } } }))).toEqual(["price.floor-holds"]);
  });

  test("when it is not on sale, without a word", () => {
    expect(decide({ status: "paused" }).decisions).toEqual([]);
    expect(decide({ stock: 0 }).decisions).toEqual([]);
  });
});

test("what sells most comes first, and the rest waits; what stays is told together", () => {
  const signals = Array.from({ length: 4 }, (_, index) => aSignal({ id: `lst_${index}`, units30d: index }));
  const still = aSignal({ id: "lst_9", isPriceAutomated: true });
  const outcome = decide({}, { settings: { mostMoves: 2 }, seen: { signals: [...signals, still, still] } });
  expect(outcome.decisions.map(({ subject }) => subject.id)).toEqual(["lst_3", "lst_2", "", ""]);
  expect(ofRule(outcome, "price.left-automated")[0]?.facts["listings"]).toBe(2);
  expect(ofRule(outcome, "price.left-for-later")[0]?.facts["listings"]).toBe(2);
});

test("a feed that does not answer, and listings nobody looked at, are told; those keep their proposals", () => {
  const outcome = decide({}, { settings: { offersFeed: "demo" }, seen: { feed: "silent", hasMore: true } });
  expect(rulesOf(outcome)).toEqual(["price.lower-to-win", "price.feed-silent", "price.unseen"]);
  expect(outcome.replaces).toEqual([]);
  expect(decide({}).replaces).toEqual(["price:"]);
});

test("whatever is said of the market, a move stays in the corridor, inside the day's share, and never follows a price set from outside", () => {
  const cents = fc.option(fc.integer({ min: 1, max: 60_000 }), { nil: null });
  const signals = fc.record({
    priceCents: fc.integer({ min: 500, max: 40_000 }),
    competition: fc.option(
      fc.record({
        state: fc.constantFrom("winning" as const, "sharing" as const, "competing" as const, "listed" as const),
        priceToWinCents: cents,
        winnerPriceCents: cents,
        reasons: fc.constant<string[]>([]),
      }),
      { nil: null },
    ),
    priceReference: fc.option(
      fc.record({
        state: fc.constantFrom("highest" as const, "high" as const, "ok" as const, "lowest" as const),
        suggestedCents: cents,
        lowestCents: cents,
      }),
      { nil: null },
    ),
    units7d: fc.integer({ min: 0, max: 5 }),
  });
  fc.assert(
    fc.property(signals, fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 50 }), (change, landedCents, dailyCapPercent) => {
      const move = moveOf(decide(change, { offers: [anOffer({ landedCents })], settings: { dailyCapPercent } }));
      if (move === undefined) return;
      const { fromCents, toCents } = move;
      expect(Math.abs(toCents - fromCents)).toBeLessThanOrEqual((change.priceCents * dailyCapPercent) / 100);
      const { stretches } = priceCorridor({ pricing: aPriceQuestion(), leastMarginBp: 1_000, minimumCents: null, ceilingCents: null });
      expect(stretches.some((one) => toCents >= one.fromCents && (one.toCents === null || toCents < one.toCents))).toBe(true);
      const state = change.competition?.state;
      expect(state !== "listed" && (state !== "winning" || toCents > fromCents)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
