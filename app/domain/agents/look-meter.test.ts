import { expect, test } from "vitest";
import { createLookMeter } from "./look-meter.ts";

function aMeter() {
  const at = { nowMs: 5_000, told: 0 };
  const meter = createLookMeter({ runId: "run_1", now: () => at.nowMs, tell: () => void (at.told += 1) });
  return { at, meter };
}

test("what was looked at is counted, of as much as there is once that is known", () => {
  const { meter } = aMeter();
  meter.note();
  expect(meter.shown()).toEqual({ runId: "run_1", looked: 1, of: null });
  meter.ahead(3);
  meter.note();
  expect(meter.shown()).toEqual({ runId: "run_1", looked: 2, of: 4 });
  for (let more = 0; more < 4; more += 1) meter.note();
  expect(meter.shown()).toEqual({ runId: "run_1", looked: 6, of: 6 });
});

test("a quick look tells nothing on its way, a long one once a second", () => {
  const { at, meter } = aMeter();
  for (let count = 0; count < 50; count += 1) meter.note();
  expect(at.told).toBe(0);
  for (let count = 0; count < 50; count += 1) {
    at.nowMs += 100;
    meter.note();
  }
  expect(at.told).toBe(5);
});
