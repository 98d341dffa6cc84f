import { describe, expect, test } from "vitest";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { type CorridorQuestion, highestWithin, lowestWithin, priceCorridor } from "./corridor.ts";
import type { PriceBand, PriceQuestion } from "./target-price.ts";

/** Made-up fees: 12 % commission, 6 % tax, and free shipping from R$ 79 on costs R$ 20. */
const pricing: PriceQuestion = {
  costCents: 4_000,
  taxBp: 600,
  adsBp: 0,
  bands: [
    { fromCents: 0, toCents: 7_900, commissionBp: 1_200, fixedCents: 0, shipCents: 0 },
    { fromCents: 7_900, toCents: null, commissionBp: 1_200, fixedCents: 0, shipCents: 2_000 },
  ],
};
const ask = (change: Partial<CorridorQuestion> = {}) =>
  priceCorridor({ pricing, leastMarginBp: 1_500, minimumCents: null, ceilingCents: null, ...change });

describe("the corridor of a price", () => {
  test("begins at the price that keeps the margin, and leaves the dead zone out", () => {
    expect(ask()).toMatchObject({
      floorCents: 5_971,
      stretches: [
        { fromCents: 5_971, toCents: 7_900 },
        { fromCents: 10_339, toCents: null },
      ],
    });
  });

  test("ends at its ceiling, that price included", () => {
    expect(ask({ ceilingCents: 7_000 }).stretches).toEqual([{ fromCents: 5_971, toCents: 7_001 }]);
    expect(ask({ ceilingCents: 5_971 }).stretches).toEqual([{ fromCents: 5_971, toCents: 5_972 }]);
    expect(ask({ ceilingCents: 5_970 })).toMatchObject({ floorCents: null, stretches: [] });
  });

  test("keeps the price people set as the lowest, also where the fees would allow less", () => {
    expect(ask({ minimumCents: 6_500 }).floorCents).toBe(6_500);
    expect(ask({ minimumCents: 9_000 }).stretches).toEqual([{ fromCents: 10_339, toCents: null }]);
  });

  test("has no price where fees take everything", () => {
    expect(ask({ leastMarginBp: 8_200 })).toMatchObject({ floorCents: null, stretches: [] });
  });

  test("a target in the dead zone becomes the edge below it", () => {
    expect(highestWithin(ask(), 8_956)).toBe(7_899);
    expect(highestWithin(ask(), 10_338)).toBe(7_899);
    expect(highestWithin(ask(), 10_339)).toBe(10_339);
    expect(highestWithin(ask(), 5_970)).toBeUndefined();
  });

  test("from below, the dead zone is stepped over", () => {
    expect(lowestWithin(ask(), 7_900)).toBe(10_339);
    expect(lowestWithin(ask(), 1)).toBe(5_971);
    expect(lowestWithin(ask({ ceilingCents: 9_000 }), 7_900)).toBeUndefined();
  });
});

const mostCents = 3_000;

/** Up to five bands below 30, each with a commission, a fixed part and shipping of its own. */
function randomTable(random: () => number): CorridorQuestion {
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const edges = [...new Set(Array.from({ length: whole(0, 4) }, () => whole(1, mostCents)))].toSorted((one, other) => one - other);
  const bands = [0, ...edges].map((fromCents, index): PriceBand => {
    const fees = { commissionBp: whole(0, 3_000), fixedCents: whole(0, 500), shipCents: whole(0, 600) };
    return { fromCents, toCents: edges[index] ?? null, ...fees };
  });
  return {
    pricing: { costCents: whole(0, 2_000), taxBp: whole(0, 2_000), adsBp: whole(0, 1_500), bands },
    leastMarginBp: whole(0, 3_000),
    minimumCents: random() < 0.3 ? whole(1, mostCents) : null,
    ceilingCents: random() < 0.3 ? whole(1, mostCents) : null,
  };
}

/** Looks at every cent, from what is left of each price alone. */
function soundPrices({
  pricing: { costCents, taxBp, adsBp, bands },
  leastMarginBp,
  minimumCents,
  ceilingCents,
}: CorridorQuestion): number[] {
  let best = Number.NEGATIVE_INFINITY;
  const sound: number[] = [];
  for (let price = 1; price <= mostCents; price += 1) {
    const band = bands.find(({ fromCents, toCents }) => price >= fromCents && (toCents === null || price < toCents));
    if (band === undefined) throw new Error("every price is in a band");
    const left = price * (10_000 - band.commissionBp - taxBp - adsBp) - (costCents + band.fixedCents + band.shipCents) * 10_000;
    const isAllowed = price >= (minimumCents ?? 1) && price <= (ceilingCents ?? mostCents);
    if (isAllowed && left > best && left >= leastMarginBp * price) sound.push(price);
    best = Math.max(best, left);
  }
  return sound;
}

test("agrees with looking at every cent, for 1,000 fee tables", () => {
  const random = seededRandom(20_261_128);
  for (let table = 0; table < 1_000; table += 1) {
    const question = randomTable(random);
    const corridor = priceCorridor(question);
    const found = corridor.stretches.flatMap(({ fromCents, toCents }) => {
      const end = Math.min(toCents ?? mostCents + 1, mostCents + 1);
      return Array.from({ length: Math.max(0, end - fromCents) }, (_, index) => fromCents + index);
    });
    const sound = soundPrices(question);
    expect(found, JSON.stringify(question)).toEqual(sound);
    const target = 1 + Math.floor(random() * mostCents);
    expect(highestWithin(corridor, target)).toBe(sound.findLast((price) => price <= target));
    const above = lowestWithin(corridor, target) ?? mostCents + 1;
    expect(above > mostCents ? undefined : above).toBe(sound.find((price) => price >= target));
  }
});
