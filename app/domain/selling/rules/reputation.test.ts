import { describe, expect, test } from "vitest";
import { aMetric, aReputation, channelFacts, factsAtMs, withMetrics } from "../testing/facts.ts";
import { cancellationsBandLost } from "./cancellations-band-lost.ts";
import { cancellationsHeadroomSmall } from "./cancellations-headroom-small.ts";
import { claimsBandLost } from "./claims-band-lost.ts";
import { claimsHeadroomSmall } from "./claims-headroom-small.ts";
import { delaysBandLost } from "./delays-band-lost.ts";
import { delaysHeadroomSmall } from "./delays-headroom-small.ts";
import { levelDropped } from "./level-dropped.ts";
import { metricOffTarget } from "./metric-off-target.ts";
import { powerSellerClose } from "./power-seller-close.ts";
import { protectionEnds } from "./protection-ends.ts";
import type { ChannelFacts, ChannelRule } from "./rule.ts";
import { valueOf } from "./testing/evidence.ts";

const dayMs = 24 * 3_600_000;
const metricOf = (key: string, rateBp: number, count: number, base: number) => withMetrics(aMetric({ key, rateBp, count, base }));
const protectedFor = (days: number, real = "3_yellow") =>
  channelFacts({ reputation: aReputation([], { levelWithoutProtection: real, protectedUntilMs: factsAtMs + days * dayMs }) });
const level = (now: string, bestLevel: string | null) => channelFacts({ reputation: aReputation([], { level: now }), bestLevel });
const twoMetrics = (claims: number, delays: number, medal: string | null = null): ChannelFacts => {
  const facts = withMetrics(
    aMetric({ key: "claims", rateBp: claims, count: 1, base: 500 }),
    aMetric({ key: "delayed_handling_time", rateBp: delays, base: 500 }),
  );
  return { ...facts, reputation: aReputation([], { medal }) };
};
const target = { valueBp: 500, isFloor: false };

const cases: [ChannelRule, fires: ChannelFacts, quiet: ChannelFacts][] = [
  [claimsHeadroomSmall, metricOf("claims", 125, 3, 240), metricOf("claims", 10, 1, 1_000)],
  [cancellationsHeadroomSmall, metricOf("cancellations", 125, 3, 240), metricOf("cancellations", 0, 0, 1_000)],
  [delaysHeadroomSmall, metricOf("delayed_handling_time", 960, 24, 250), metricOf("delayed_handling_time", 100, 3, 300)],
  [claimsBandLost, metricOf("claims", 201, 5, 240), metricOf("claims", 200, 4, 200)],
  [cancellationsBandLost, metricOf("cancellations", 151, 4, 240), metricOf("cancellations", 150, 3, 200)],
  [delaysBandLost, metricOf("delayed_handling_time", 1_001, 25, 240), metricOf("delayed_handling_time", 1_000, 24, 240)],
  [
    metricOffTarget,
    withMetrics(aMetric({ key: "late_shipment_rate", rateBp: 501, target })),
    withMetrics(aMetric({ key: "late_shipment_rate", rateBp: 500, target })),
  ],
  [protectionEnds, protectedFor(21), protectedFor(22)],
  [levelDropped, level("4_light_green", "5_green"), level("5_green", "4_light_green")],
  [powerSellerClose, twoMetrics(100, 700), twoMetrics(100, 600)],
];

describe.each(cases.map(([rule, fires, quiet]) => ({ id: rule.id, rule, fires, quiet })))("$id", ({ rule, fires, quiet }) => {
  test("fires at its limit, with figures, a goal and a page that mends it", () => {
    expect(rule.condition(fires)?.length).toBeGreaterThan(0);
    expect(rule.measure.read(fires)).not.toBeNull();
    expect(rule.measure.goal(fires)).toBeGreaterThanOrEqual(0);
    expect(rule.remedy(fires)).toMatchObject({ kind: "page" });
  });
  test("is quiet on the right side of it", () => expect(rule.condition(quiet)).toBeUndefined());
  test("is quiet when the marketplace tells nothing", () => {
    expect(rule.condition(channelFacts({ reputation: null, bestLevel: null }))).toBeUndefined();
  });
});

test("orders of headroom say how many, of which band", () => {
  const evidence = claimsHeadroomSmall.condition(metricOf("claims", 125, 3, 240));
  expect([valueOf(evidence, "orders"), valueOf(evidence, "band"), valueOf(evidence, "sales")]).toEqual([1, "green", 240]);
});

test("less headroom is more urgent, and a lost colour more than a small headroom", () => {
  const small = claimsHeadroomSmall.priority(metricOf("claims", 125, 3, 240));
  expect(claimsHeadroomSmall.priority(metricOf("claims", 195, 4, 205))).toBeGreaterThan(small);
  expect(claimsBandLost.priority(metricOf("claims", 900, 20, 240))).toBe(100);
});

test("a protection that hides nothing, or that has ended, is no news", () => {
  expect(protectionEnds.condition(protectedFor(3, "5_green"))).toBeUndefined();
  expect(protectionEnds.condition(protectedFor(-1))).toBeUndefined();
});

test("an unknown word for a level is not compared", () => {
  expect(levelDropped.condition(level("6_gold", "5_green"))).toBeUndefined();
});

test("who has a medal is not told how to get one, and two metrics behind are not close", () => {
  expect(powerSellerClose.condition(twoMetrics(100, 700, "silver"))).toBeUndefined();
  expect(powerSellerClose.condition(twoMetrics(150, 700))).toBeUndefined();
});
