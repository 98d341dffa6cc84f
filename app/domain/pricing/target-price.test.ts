import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deadZoneAt, deadZones, pointAt, priceForMargin, pricesForMargin, type PriceQuestion } from "./target-price.ts";

/** Made-up fees: 12 % commission, 6 % tax, and free shipping from R$ 79 on costs R$ 20. */
const question: PriceQuestion = {
  costCents: 4_000,
  taxBp: 600,
  adsBp: 0,
  bands: [
    { fromCents: 0, toCents: 7_900, commissionBp: 1_200, fixedCents: 0, shipCents: 0 },
    { fromCents: 7_900, toCents: null, commissionBp: 1_200, fixedCents: 0, shipCents: 2_000 },
  ],
};

describe("the price for a margin", () => {
  test("is solved in every band and rounded up to the cent", () => {
    const prices = pricesForMargin(question, 1_500).map(({ priceCents }) => priceCents);
    expect(prices).toEqual([5_971, 7_899, 8_956]);
    expect(priceForMargin(question, 1_500)?.priceCents).toBe(5_971);
  });

  test("meets the target after rounding, and one cent less does not", () => {
    expect(pointAt(5_971, question)?.marginBp).toBeGreaterThanOrEqual(1_500);
    expect(pointAt(5_970, question)?.marginBp).toBeLessThan(1_500);
  });

  test("a solution below its band starts at the band, one above it is none", () => {
    const dear = { ...question, costCents: 7_000 };
    expect(pricesForMargin(dear, 1_500).map(({ priceCents }) => priceCents)).toEqual([13_433]);
    const cheap = { ...question, costCents: 100 };
    expect(pricesForMargin(cheap, 1_500).map(({ priceCents }) => priceCents)).toEqual([150, 7_899, 7_900]);
  });

  test("does not exist where fees and target take everything", () => {
    expect(priceForMargin(question, 8_200)).toBeUndefined();
  });
});

describe("the dead zone", () => {
  test("reaches from the jump to the first price that earns more than the last one below it", () => {
    expect(pointAt(7_899, question)?.contributionCents).toBe(2_477);
    expect(pointAt(7_900, question)?.contributionCents).toBe(478);
    expect(deadZones(question)).toEqual([{ fromCents: 7_900, toCents: 10_339, betterCents: 7_899, betterContributionCents: 2_477 }]);
    expect(deadZoneAt(10_338, question)).toBeDefined();
    expect(deadZoneAt(10_339, question)).toBeUndefined();
    expect(deadZoneAt(7_899, question)).toBeUndefined();
  });

  test("holds a price that meets the target and still earns less", () => {
    expect(pointAt(8_956, question)).toMatchObject({ contributionCents: 1_344 });
    expect(deadZoneAt(8_956, question)?.betterCents).toBe(7_899);
  });

  test("never prefers giving the thing away", () => {
    const free = { commissionBp: 0, fixedCents: 0, shipCents: 0, fromCents: 0, toCents: 1 };
    expect(deadZones({ costCents: 0, taxBp: 0, adsBp: 0, bands: [free, { ...free, shipCents: 1, fromCents: 1, toCents: null }] })).toEqual(
      [],
    );
  });
});

const bandsOf = fc
  .array(
    fc.record({
      widthCents: fc.integer({ min: 1, max: 20_000 }),
      commissionBp: fc.integer({ min: 0, max: 3_000 }),
      fixedCents: fc.integer({ min: 0, max: 3_000 }),
      shipCents: fc.integer({ min: 0, max: 4_000 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => {
    let fromCents = 0;
    return parts.map(({ widthCents, ...rest }, index) => {
      const band = { ...rest, fromCents, toCents: index === parts.length - 1 ? null : fromCents + widthCents };
      fromCents += widthCents;
      return band;
    });
  });
const questions = fc.record({
  costCents: fc.integer({ min: 0, max: 50_000 }),
  taxBp: fc.integer({ min: 0, max: 2_000 }),
  adsBp: fc.integer({ min: 0, max: 2_000 }),
  bands: bandsOf,
});

test("no price below the answer reaches the target, whatever the bands", () => {
  fc.assert(
    fc.property(questions, fc.integer({ min: 0, max: 5_000 }), (any, targetBp) => {
      const answer = priceForMargin(any, targetBp);
      const end = answer?.priceCents ?? 60_000;
      expect(answer?.marginBp ?? targetBp).toBeGreaterThanOrEqual(targetBp);
      for (let price = Math.max(1, end - 400); price < end; price += 1) {
        expect(pointAt(price, any)?.marginBp).toBeLessThan(targetBp);
      }
    }),
  );
});

test("a price is in a dead zone exactly when a lower one earns at least as much", () => {
  fc.assert(
    fc.property(questions, fc.integer({ min: 1, max: 30_000 }), (any, priceCents) => {
      const left = (price: number) => {
        const band = any.bands.find((one) => price >= one.fromCents && (one.toCents === null || price < one.toCents));
        if (band === undefined) return Number.NEGATIVE_INFINITY;
        return price * (10_000 - band.commissionBp - any.taxBp - any.adsBp) - (any.costCents + band.fixedCents + band.shipCents) * 10_000;
      };
      const below = any.bands.flatMap(({ toCents }) =>
        toCents !== null && toCents <= priceCents && toCents > 1 ? [left(toCents - 1)] : [],
      );
      const isDead = below.some((value) => value >= left(priceCents));
      expect(deadZoneAt(priceCents, any) !== undefined).toBe(isDead);
    }),
  );
});
