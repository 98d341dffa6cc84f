import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combineScores } from "./combine-scores.ts";
import { hasSales } from "./has-sales.ts";
import { metricPoints } from "./metric-points.ts";
import { limitRows, limitsFor } from "./reputation-limits.ts";
import { scoreOf } from "./score.ts";
import { partIds } from "./score-types.ts";
import { aMetric, aReputation, scoreFacts } from "./testing/facts.ts";

const nowMs = Date.UTC(2026, 10, 20);
const mlb = { vendor: "mercado-livre" as const, site: "MLB", atMs: nowMs };

describe("points of a metric", () => {
  test.each([
    ["at or below the leader's limit", 100, 10_000],
    ["between leader and green", 150, 9_000],
    ["at green", 200, 8_000],
    ["one basis point above green", 201, 7_988],
    ["at yellow", 450, 5_000],
    ["at orange", 800, 2_500],
    ["above orange", 801, 0],
  ])("claims in Brazil %s", (_, rateBp, points) => {
    expect(metricPoints(aMetric({ key: "claims", rateBp }), mlb)).toBe(points);
  });

  test("a country whose leader's limit is the green one gives full points at it", () => {
    const claims = (rateBp: number) => metricPoints(aMetric({ key: "claims", rateBp }), { ...mlb, site: "MEC" });
    expect([claims(400), claims(401), claims(600)]).toEqual([10_000, 7_985, 5_000]);
  });

  test("delays of fewer than ten parcels do not count", () => {
    const delays = (base: number) => metricPoints(aMetric({ key: "delayed_handling_time", rateBp: 5_000, base }), mlb);
    expect([delays(9), delays(10)]).toEqual([10_000, 0]);
  });

  test.each([
    ["a ceiling half used", 250, { valueBp: 500, isFloor: false }, 10_000],
    ["a ceiling just met", 500, { valueBp: 500, isFloor: false }, 8_000],
    ["twice a ceiling", 1_000, { valueBp: 500, isFloor: false }, 2_500],
    ["more than twice", 1_001, { valueBp: 500, isFloor: false }, 0],
    ["a ceiling of nothing, kept", 0, { valueBp: 0, isFloor: false }, 10_000],
    ["a floor just met", 6_000, { valueBp: 6_000, isFloor: true }, 8_000],
    ["a floor exceeded to the end", 10_000, { valueBp: 6_000, isFloor: true }, 10_000],
    ["a floor missed by half", 4_000, { valueBp: 6_000, isFloor: true }, 5_000],
  ])("against the target that came with the answer: %s", (_, rateBp, target, points) => {
    expect(metricPoints(aMetric({ key: "late_shipment_rate", rateBp, target }), { ...mlb, vendor: "shopee", site: "BR" })).toBe(points);
  });

  test("a target in days is held against days, and what has no target is not judged", () => {
    const where = { ...mlb, vendor: "shopee" as const, site: "BR" };
    const days = { key: "preparation_time", unit: "day" as const, target: { valueBp: 200, isFloor: false } };
    expect(metricPoints(aMetric({ ...days, rateBp: 300 }), where)).toBe(5_000);
    expect(metricPoints(aMetric({ key: "chat_response", rateBp: 300 }), where)).toBeUndefined();
  });

  test("never rise with the rate, in any country", () => {
    fc.assert(
      fc.property(fc.constantFrom(...limitRows), fc.integer({ min: 0, max: 4_000 }), ({ sites, metric }, rateBp) => {
        const where = { ...mlb, site: sites[0] ?? "" };
        const points = (rate: number) => metricPoints(aMetric({ key: metric, rateBp: rate }), where) ?? -1;
        expect(points(rateBp + 1)).toBeLessThanOrEqual(points(rateBp));
        expect(limitsFor({ ...where, metric })).toBeDefined();
      }),
    );
  });
});

describe("the score", () => {
  test("is made of four parts that weigh 45, 25, 15 and 15", () => {
    const score = scoreOf(scoreFacts());
    expect(score.parts.map(({ id, weightBp }) => [id, weightBp])).toEqual([
      ["reputation", 4_500],
      ["quality", 2_500],
      ["service", 1_500],
      ["stock-price", 1_500],
    ]);
    expect(score.score).toBe(100);
    expect(score.parts.flatMap((part) => part.losses)).toEqual([]);
  });

  test("takes the worst metric, not their mean", () => {
    const reputation = aReputation([
      aMetric({ key: "claims", rateBp: 0 }),
      aMetric({ key: "cancellations", rateBp: 0 }),
      aMetric({ key: "delayed_handling_time", rateBp: 1_800 }),
    ]);
    const score = scoreOf(scoreFacts({ reputation }));
    expect(score.parts[0]?.points).toBe(5_000);
    expect(score.score).toBe(Math.round(100 - 45 * 0.5));
    expect(score.parts[0]?.losses).toMatchObject([{ subject: "delayed_handling_time", lost: 2_250, advice: "delays-band-lost" }]);
  });

  test("leaves out what is missing, says so, and lets the rest weigh more", () => {
    const score = scoreOf(scoreFacts({ reputation: null, prices: [], stock: { soldUnits: 0, outUnits: 0, earlierOutBp: [], out: [] } }));
    expect(score.parts.map(({ gap, weightBp }) => [gap, weightBp])).toEqual([
      ["no-reputation", 0],
      [null, 6_250],
      [null, 3_750],
      ["no-stock-price", 0],
    ]);
  });

  test("a shop that sold nothing is not judged by rates that are shares of nothing, with the reason said", () => {
    const handover = aMetric({ key: "same_day_handover", windowDays: null, target: { valueBp: 6_000, isFloor: true } });
    const reputation = aReputation([handover], { salesCompleted: null });
    const where = { vendor: "shopee", site: "BR", reputation } as const;
    const nothing = {
      quality: { listings: 0, scoreSum: 0, units: 0, scoreByUnits: 0, worst: [] },
      answerMinutes: null,
      dispatch: { due: 0, late: 0 },
      stock: { soldUnits: 0, outUnits: 0, earlierOutBp: [], out: [] },
      prices: [],
    };
    const empty = scoreOf(scoreFacts({ ...where, ...nothing, hasSales: hasSales(reputation, []) }));
    expect(empty).toMatchObject({ score: null, gap: "nothing-to-judge", headroom: [] });
    expect(empty.parts[0]).toMatchObject({ points: null, gap: "no-sales", losses: [] });
    expect(combineScores([{ units30d: 0, score: empty }])).toMatchObject({ score: null, gap: "nothing-to-judge" });
    // Listed and not sold yet: judged by its listings alone.
    const listed = scoreOf(scoreFacts({ ...where, hasSales: false }));
    expect(listed.parts.map(({ weightBp }) => weightBp)).toEqual([0, 4_546, 2_727, 2_727]);
    const selling = scoreOf(scoreFacts({ ...where, ...nothing, hasSales: hasSales(reputation, [{ orders: 1 }]) }));
    expect(selling).toMatchObject({ score: 0, gap: null });
  });

  test.each([
    ["orders of ours", aReputation([], { salesCompleted: 0 }), [{ orders: 0 }, { orders: 2 }], true],
    ["sales the marketplace tells of", aReputation([], { salesCompleted: 3 }), [], true],
    ["a rate above nothing", aReputation([aMetric({ key: "claims", rateBp: 100 })], { salesCompleted: null }), [], true],
    ["a rate of nothing", aReputation([aMetric({ key: "claims", count: 0, base: 0 })], { salesCompleted: 0 }), [{ orders: 0 }], false],
    ["no reputation and no orders", null, [], false],
  ])("something was sold: %s", (_, reputation, days, sold) => {
    expect(hasSales(reputation, days)).toBe(sold);
  });

  test("is no number when nothing is known", () => {
    const nothing = scoreFacts({
      reputation: aReputation([]),
      quality: { listings: 0, scoreSum: 0, units: 0, scoreByUnits: 0, worst: [] },
      answerMinutes: null,
      questions: { open: 0, oldestAskedAtMs: null, answered: 0, answerMinutesSum: 0 },
      dispatch: { due: 0, late: 0 },
      stock: { soldUnits: 0, outUnits: 0, earlierOutBp: [], out: [] },
      prices: [],
    });
    expect(scoreOf(nothing)).toMatchObject({ score: null });
  });

  test("weighs listings by what they sell, and all alike while nothing is sold", () => {
    const quality = { listings: 2, scoreSum: 150, units: 10, scoreByUnits: 9 * 100 + 50, worst: [] };
    const points = (change: Partial<typeof quality>) => scoreOf(scoreFacts({ quality: { ...quality, ...change } })).parts[1]?.points;
    expect(points({})).toBe(9_500);
    expect(points({ units: 0, scoreByUnits: 0 })).toBe(7_500);
  });

  test("counts earlier days without stock, not only today", () => {
    const stock = { soldUnits: 10, outUnits: 0, earlierOutBp: [2_000, 2_000, 2_000], out: [] };
    const line = scoreOf(scoreFacts({ stock })).parts[3]?.lines[0];
    expect(line).toMatchObject({ rule: "out-of-stock", points: 7_000 });
  });

  test("what is lost adds up to what is missing of 100, whatever the facts", () => {
    const facts = fc.record({
      rates: fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 3, maxLength: 3 }),
      scores: fc.array(fc.record({ score: fc.integer({ min: 0, max: 100 }), units: fc.integer({ min: 0, max: 50 }) }), {
        minLength: 1,
        maxLength: 8,
      }),
      answerMinutes: fc.option(fc.integer({ min: 0, max: 6_000 })),
      late: fc.integer({ min: 0, max: 40 }),
      outUnits: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(facts, ({ rates, scores, answerMinutes, late, outUnits }) => {
        const keys = ["claims", "cancellations", "delayed_handling_time"];
        const score = scoreOf(
          scoreFacts({
            reputation: aReputation(keys.map((key, index) => aMetric({ key, rateBp: rates[index] ?? 0 }))),
            quality: {
              listings: scores.length,
              scoreSum: scores.reduce((sum, one) => sum + one.score, 0),
              units: scores.reduce((sum, one) => sum + one.units, 0),
              scoreByUnits: scores.reduce((sum, one) => sum + one.score * one.units, 0),
              worst: scores.slice(0, 3).map((one, index) => ({ ...one, listingId: String(index), title: `Listing ${index}` })),
            },
            answerMinutes,
            dispatch: { due: 40, late },
            stock: { soldUnits: 100, outUnits, earlierOutBp: [], out: [] },
          }),
        );
        expect(score.parts.map(({ id }) => id)).toEqual([...partIds]);
        for (const part of score.parts) {
          const lost = part.losses.reduce((sum, loss) => sum + loss.lost, 0);
          const missing = ((10_000 - (part.points ?? 10_000)) * part.weightBp) / 10_000;
          expect(Math.abs(lost - missing)).toBeLessThanOrEqual(3);
          for (const loss of part.losses) expect([loss.advice !== "", loss.evidence.length > 0]).toEqual([true, true]);
        }
      }),
    );
  });
});

test("a workspace's score weighs its channels by what they sell", () => {
  const good = scoreOf(scoreFacts());
  const bad = scoreOf(scoreFacts({ reputation: aReputation([aMetric({ key: "claims", rateBp: 900 })]) }));
  const both = (units: number) =>
    combineScores([
      { units30d: 90, score: good },
      { units30d: units, score: bad },
    ]);
  expect(both(10).parts[0]?.points).toBe(9_000);
  expect(both(10).score).toBe(96);
  expect(both(810).parts[0]?.points).toBe(1_000);
  expect(combineScores([])).toMatchObject({ score: null, gap: "no-channel" });
});

test("a part that one channel lacks counts by the other", () => {
  const without = scoreOf(scoreFacts({ reputation: null }));
  const combined = combineScores([
    { units30d: 1_000, score: without },
    { units30d: 1, score: scoreOf(scoreFacts()) },
  ]);
  expect(combined.parts[0]).toMatchObject({ points: 10_000, gap: null, weightBp: 4_500 });
});
