import { expect, test } from "vitest";
import { analyseByRules } from "../analyse-by-rules.ts";
import { labelledListings } from "./testing/labelled-listings.ts";
import { evaluateListings, listingThresholds } from "./listing-analysis.eval.ts";

test.each(["pt", "en"] as const)("rules alone reach what is asked of whoever judges listings, in %s", async (language) => {
  const scores = await evaluateListings(
    analyseByRules,
    labelledListings.filter((one) => one.language === language),
  );
  expect(scores.recall).toBeGreaterThanOrEqual(listingThresholds.recall);
  expect(scores.precision).toBeGreaterThanOrEqual(listingThresholds.precision);
  expect(scores.keptFacts).toBe(listingThresholds.keptFacts);
  expect(scores.rewritten).toBeGreaterThanOrEqual(listingThresholds.rewritten);
  expect(scores.suspiciousFound).toBe(listingThresholds.suspiciousFound);
  expect(scores.suspiciousInVain).toBe(listingThresholds.suspiciousInVain);
});

test("an answer that finds nothing, or faults everywhere, does not reach it", async () => {
  const blind = await evaluateListings((facts) => ({ ...analyseByRules(facts), points: [] }));
  expect(blind.recall).toBeLessThan(listingThresholds.recall);
  const everywhere = await evaluateListings((facts) => {
    const result = analyseByRules(facts);
    const [point] = analyseByRules({ ...facts, listing: { ...facts.listing, pictures: 0 } }).points;
    const areas = ["title", "price", "photos", "service"] as const;
    return { ...result, points: point === undefined ? [] : areas.map((area) => ({ ...point, area })) };
  });
  expect(everywhere.precision).toBeLessThan(listingThresholds.precision);
});
