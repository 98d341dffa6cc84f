import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogue } from "#app/domain/metrics/catalogue.ts";
import { metricIds } from "#app/domain/metrics/kinds.ts";
import { metricQuerySchema } from "#app/domain/metrics/schemas.ts";
import { usualWhen, withCompare, withGrain, withMetric, withSplit } from "./refine.ts";

const anyQuery = fc.constantFrom(...metricIds).chain((metric) => {
  const { dimensions, grains, kind } = catalogue[metric];
  const isFlow = kind === "flow";
  return fc.record({
    metric: fc.constant(metric),
    by: fc.subarray([...dimensions], { maxLength: 2 }),
    where: fc.subarray([...dimensions], { maxLength: 2 }).map((all) => all.map((dimension) => ({ dimension, values: ["a"] }))),
    grain: grains.length === 0 ? fc.constant(null) : fc.constantFrom(null, ...grains),
    when: fc.constant(isFlow ? usualWhen : null),
    compare: isFlow ? fc.constantFrom("none" as const, "previous" as const) : fc.constant("none" as const),
  });
});

test("whatever a query is changed to, the catalogue allows it", () => {
  fc.assert(
    fc.property(anyQuery, fc.constantFrom(...metricIds), (asked, metric) => {
      const next = withMetric(metricQuerySchema.parse(asked), metric);
      const { kind, dimensions, grains } = catalogue[metric];
      expect(metricQuerySchema.safeParse(next).success).toBe(true);
      expect(next.by.every((one) => dimensions.includes(one)) && next.where.every((one) => dimensions.includes(one.dimension))).toBe(true);
      expect(next.grain === null || grains.includes(next.grain)).toBe(true);
      expect((next.when === null) === (kind === "snapshot")).toBe(true);
      expect(kind === "flow" || next.compare === "none").toBe(true);
    }),
  );
});

test("an order by what is no longer there falls away", () => {
  const query = metricQuerySchema.parse({ metric: "gmv", grain: "day", compare: "previous", order: { by: "time", isDescending: true } });
  expect(withGrain(query, null).order).toBeNull();
  expect(withCompare({ ...query, order: { by: "change", isDescending: true } }, "none").order).toBeNull();
  expect(withCompare(query, "none").order).toEqual({ by: "time", isDescending: true });
});

test("a third split takes the place of the oldest", () => {
  const query = metricQuerySchema.parse({ metric: "gmv", by: ["channel", "brand"] });
  expect(withSplit(query, "category", true).by).toEqual(["brand", "category"]);
  expect(withSplit(query, "brand", false).by).toEqual(["channel"]);
});
