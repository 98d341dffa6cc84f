import fc from "fast-check";
import { expect, test } from "vitest";
import { classifyDemand } from "./demand-class.ts";
import { methods } from "./forecasters.ts";
import { solveForecast } from "./solve-forecast.ts";

test.each([
  ["smooth", [10, 11, 9, 10, 12, 10]],
  ["erratic", [1, 30, 2, 40, 1, 1]],
  ["intermittent", [0, 5, 0, 0, 5, 0, 4]],
  ["lumpy", [0, 1, 0, 0, 40, 0, 2]],
] as const)("demand is told apart: %s", (kind, history) => {
  expect(classifyDemand(history)).toBe(kind);
});

const rare = [0, 0, 6, 0, 3, 0, 0, 0, 9];

test("croston, worked out by hand: sizes and intervals are smoothed only when something is asked for", () => {
  // Begins with 6 after 3 periods; then 3 after 2, then 9 after 4.
  const size = 6 + 0.5 * (3 - 6);
  const interval = 3 + 0.5 * (2 - 3);
  const expected = (size + 0.5 * (9 - size)) / (interval + 0.5 * (4 - interval));
  expect(solveForecast({ history: rare, horizon: 1, method: "croston", alpha: 0.5 }).forecast[0]).toBeCloseTo(expected, 12);
  expect(solveForecast({ history: rare, horizon: 1, method: "sba", alpha: 0.5 }).forecast[0]).toBeCloseTo(expected * 0.75, 12);
});

test("tsb, worked out by hand: the chance of demand moves every period", () => {
  // First demand in the second period: size 4, chance 1/2; then nothing, then 8.
  const chance = (0.5 - 0.2 * 0.5) * 0.8 + 0.2;
  const { forecast } = solveForecast({ history: [0, 4, 0, 8], horizon: 2, method: "tsb", alpha: 0.5, beta: 0.2 });
  expect(forecast[0]).toBeCloseTo(6 * chance, 12);
  expect(forecast[1]).toBe(forecast[0]);
});

test("simple smoothing and the moving average, worked out by hand", () => {
  expect(solveForecast({ history: [10, 20, 30], horizon: 1, method: "ses", alpha: 0.5 }).forecast).toEqual([22.5]);
  expect(solveForecast({ history: [10, 20, 30], horizon: 1, method: "moving-average" }).forecast).toEqual([20]);
});

test("auto smooths regular demand, corrects rare demand, and lets ended demand fade", () => {
  const chosen = (history: number[]) => solveForecast({ history, horizon: 1, method: "auto" }).method;
  expect(chosen([10, 11, 9, 10])).toBe("ses");
  expect(chosen([1, 30, 2, 40, 1])).toBe("ses");
  expect(chosen(rare)).toBe("sba");
  expect(chosen([5, 0, 5, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toBe("tsb");
});

test.each([[[]], [[0, 0, 0]]])("without demand nothing is expected: %j", (history) => {
  for (const method of [...methods, "auto" as const]) {
    const answer = solveForecast({ history, horizon: 2, method });
    expect(answer).toMatchObject({
      class: "intermittent",
      forecast: [0, 0],
      interval: [
        [0, 0],
        [0, 0],
      ],
    });
  }
});

test("an interval holds its forecast, is never negative, and has the horizon's length", () => {
  const history = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true })), { maxLength: 40 });
  fc.assert(
    fc.property(history, fc.constantFrom(...methods, "auto" as const), fc.integer({ min: 1, max: 9 }), (demand, method, horizon) => {
      const { forecast, interval } = solveForecast({ history: demand, horizon, method });
      expect(forecast).toHaveLength(horizon);
      expect(interval).toHaveLength(horizon);
      forecast.forEach((value, index) => {
        const [low = -1, high = -1] = interval[index] ?? [];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      });
    }),
    { numRuns: 300, seed: 7 },
  );
});
