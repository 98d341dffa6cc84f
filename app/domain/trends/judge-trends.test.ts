import { describe, expect, test } from "vitest";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { judgeSeries, rankSumP, seriesDays, standing } from "./judge-series.ts";
import { dayOf, judgeTrends, type Observation } from "./judge-trends.ts";

const nowMs = Date.UTC(2026, 10, 25, 9);
const dayMs = 24 * 3_600_000;
const days = Array.from({ length: seriesDays }, (_, index) => dayOf(nowMs - (seriesDays - 1 - index) * dayMs));
const isRecent = (index: number) => index >= seriesDays - 7;

type Shape = (index: number, noise: () => number) => number;
const shapes = {
  flat: (_index, noise) => 40 + noise() * 8,
  rising: (index, noise) => (isRecent(index) ? 75 : 40) + noise() * 8,
  falling: (index, noise) => (isRecent(index) ? 18 : 40) + noise() * 8,
  /** Twice as much on two days of every week, as ever. */
  weekly: (index, noise) => (index % 7 < 2 ? 80 : 40) + noise() * 8,
  /** One wild day in the last week. */
  spike: (index, noise) => (index === seriesDays - 3 ? 400 : 40) + noise() * 8,
} satisfies Record<string, Shape>;

function observed(term: string, shape: Shape, random: () => number, own: Partial<Observation> = {}): Observation[] {
  const noise = () => random() + random() + random() - 1.5;
  return days.map((day, index) => ({
    source: "search",
    region: "US",
    termKey: term,
    term,
    day,
    value: Math.max(0, Math.round(shape(index, noise))),
    title: term,
    url: null,
    ...own,
  }));
}

const directionOf = (term: string, observations: Observation[]) =>
  judgeTrends(observations, nowMs).find(({ termKey }) => termKey === term)?.direction;

describe("planted series", () => {
  test.each([
    ["flat", "steady"],
    ["rising", "rising"],
    ["falling", "falling"],
    ["weekly", "steady"],
    ["spike", "steady"],
  ] as const)("a %s one among forty flat ones is %s", (shape, direction) => {
    const random = seededRandom(7);
    const flat = Array.from({ length: 40 }, (_, index) => observed(`flat ${index}`, shapes.flat, random)).flat();
    expect(directionOf("planted", [...flat, ...observed("planted", shapes[shape], random)])).toBe(direction);
  });

  test("in a thousand flat ones hardly any is called a trend, and most of twenty risers among them are found", () => {
    const random = seededRandom(20_261_125);
    const flat = Array.from({ length: 1_000 }, (_, index) => observed(`flat ${index}`, shapes.flat, random)).flat();
    const called = judgeTrends(flat, nowMs).filter(({ direction }) => direction !== "steady");
    expect(called.length).toBeLessThanOrEqual(3);
    const risers = Array.from({ length: 20 }, (_, index) => observed(`rising ${index}`, shapes.rising, random)).flat();
    const found = judgeTrends([...flat, ...risers], nowMs).filter(({ direction }) => direction === "rising");
    const real = found.filter(({ termKey }) => termKey.startsWith("rising"));
    expect(real.length).toBeGreaterThanOrEqual(18);
    expect(found.length - real.length).toBeLessThanOrEqual(2);
  });

  test("another scale of the source changes nothing", () => {
    const verdict = (scale: number) => {
      const random = seededRandom(3);
      return judgeSeries(observed("a", shapes.rising, random).map(({ value }) => value * scale));
    };
    expect(verdict(1_000)).toEqual(verdict(1));
  });
});

describe("what is new", () => {
  const random = seededRandom(1);
  const listed = { source: "marketplace", region: "BR" };
  const old = observed("old", shapes.flat, random, listed);
  const fresh = observed("fresh", shapes.flat, random, listed).slice(-3);
  test("was never on a list that has been read for weeks, until now", () => {
    expect(directionOf("fresh", [...old, ...fresh])).toBe("new");
    expect(directionOf("old", [...old, ...fresh])).toBe("steady");
  });
  test("is nothing on the first days a source is heard", () => {
    expect(judgeTrends([...old.slice(-3), ...fresh], nowMs).map(({ direction, sureness }) => [direction, sureness])).toEqual([
      ["steady", 0],
      ["steady", 0],
    ]);
  });
});

test("what several sources say of a term is one trend, with the evidence of each", () => {
  const random = seededRandom(5);
  const said = [
    ...observed("lamp", shapes.rising, random),
    ...observed("lamp", shapes.flat, random, { source: "news", title: "Lamps are back", url: "https://news.test/1" }),
  ];
  const judged = judgeTrends(said, nowMs);
  expect(judged).toMatchObject([{ direction: "rising", sources: ["news", "search"] }]);
  expect(judged[0]?.evidence.map(({ title }) => title).toSorted()).toEqual(["Lamps are back", "lamp"]);
});

test("ranks: the same numbers differ by chance, two apart do not", () => {
  expect(rankSumP([1, 2, 3], [1, 2, 3])).toBeCloseTo(1, 6);
  expect(rankSumP([5, 5, 5], [5, 5, 5])).toBe(1);
  expect(
    rankSumP(
      [10, 11, 12, 13, 14, 15, 16],
      Array.from({ length: 28 }, (_, index) => -index),
    ),
  ).toBeLessThan(0.000_1);
});

test("of ten thousand chances a tenth of what is called a finding may be false, not a tenth of all", () => {
  expect(standing([0.001, 0.04, 0.9], 0.1)).toEqual([true, true, false]);
  expect(standing([0.05, 0.5, 0.9], 0.1)).toEqual([false, false, false]);
  expect(standing([], 0.1)).toEqual([]);
});
