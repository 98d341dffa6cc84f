import fc from "fast-check";
import { expect, test } from "vitest";
import { isBinCode } from "./bin-code.ts";
import { type BinPattern, binsOfPattern } from "./bin-pattern.ts";

const small: BinPattern = {
  zone: "A",
  aisles: { from: 1, to: 2 },
  bays: { from: 1, to: 2 },
  levels: { from: 1, to: 2 },
  format: "{zone}-{aisle:2}-{bay:2}-{level}",
  spacing: { aisleM: 2.8, bayM: 1.05, levelM: 0.4 },
  kind: "pick",
  capacity: { units: 40, maxWeightGrams: 120_000 },
};

function binsOf(change: Partial<BinPattern> = {}) {
  const result = binsOfPattern({ ...small, ...change });
  expect(result).toMatchObject({ ok: true });
  return result.ok ? result.bins : [];
}

function refused(change: Partial<BinPattern>) {
  const result = binsOfPattern({ ...small, ...change });
  return result.ok ? {} : result.fields;
}

test("each bin has its name, its place in millimetres and its turn on the way", () => {
  const bins = binsOf();
  expect(bins.map(({ code }) => code)).toEqual([
    "A-01-01-1",
    "A-01-01-2",
    "A-01-02-1",
    "A-01-02-2",
    "A-02-01-1",
    "A-02-01-2",
    "A-02-02-1",
    "A-02-02-2",
  ]);
  expect(bins.map(({ pickRank }) => pickRank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(bins.at(-1)).toEqual({
    code: "A-02-02-2",
    aisle: "02",
    bay: "02",
    level: "2",
    side: null,
    xMm: 2_800,
    yMm: 1_050,
    zMm: 400,
    pickRank: 8,
    kind: "pick",
    capacityUnits: 40,
    maxWeightGrams: 120_000,
    volumeMl: null,
  });
});

test("a serpentine way comes back down every second aisle", () => {
  const way = binsOf({ serpentine: true, aisles: { from: 3, to: 5 }, levels: { from: 0, to: 0 } }).map(
    ({ aisle, bay }) => `${aisle}/${bay}`,
  );
  expect(way).toEqual(["03/01", "03/02", "04/02", "04/01", "05/01", "05/02"]);
});

test("sides stand apart and are reached from the same bay; levels may have names", () => {
  const bins = binsOf({
    aisles: { from: 7, to: 7 },
    bays: { from: 1, to: 1 },
    levels: { from: 1, to: 2, names: ["A", "B"] },
    sides: ["L", "R"],
    format: "{zone}{aisle:2}-{bay}{side}-{level:2}",
  });
  expect(bins.map(({ code, side, xMm }) => ({ code, side, xMm }))).toEqual([
    { code: "A07-1L-A", side: "L", xMm: 0 },
    { code: "A07-1L-B", side: "L", xMm: 0 },
    { code: "A07-1R-A", side: "R", xMm: 1_400 },
    { code: "A07-1R-B", side: "R", xMm: 1_400 },
  ]);
});

test("what cannot be laid out names its field and its reason", () => {
  expect(refused({ zone: " " })).toEqual({ zone: "required" });
  expect(refused({ zone: "a b" })).toEqual({ zone: "fieldInvalid" });
  expect(refused({ aisles: { from: 3, to: 2 } })).toEqual({ "aisles.to": "fieldInvalid" });
  expect(refused({ bays: { from: -1, to: 1.5 } })).toEqual({ "bays.from": "fieldInvalid", "bays.to": "fieldInvalid" });
  expect(refused({ levels: { from: Number.NaN, to: 2 } })).toMatchObject({ "levels.from": "fieldInvalid" });
  expect(refused({ levels: { from: 1, to: 2, names: ["A"] } })).toEqual({ "levels.names": "fieldInvalid" });
  expect(refused({ levels: { from: 1, to: 2, names: ["A", "A"] } })).toEqual({ "levels.names": "fieldInvalid" });
  expect(refused({ sides: [] })).toEqual({ sides: "fieldInvalid" });
  expect(refused({ spacing: { aisleM: -1, bayM: Number.POSITIVE_INFINITY, levelM: 0 } })).toEqual({
    "spacing.aisleM": "fieldInvalid",
    "spacing.bayM": "fieldInvalid",
  });
  expect(refused({ capacity: { units: 1.5 } })).toEqual({ "capacity.units": "fieldInvalid" });
  expect(refused({ format: "" })).toEqual({ format: "required" });
});

test("a format that nobody can read, or that names two bins alike, is refused", () => {
  for (const format of ["{zone", "{zone}-{row}", "{aisle:x}", "a-{bay}", "{zone} {bay}", "{zone}_{bay}", "{}"]) {
    expect(refused({ format }), format).toEqual({ format: "fieldInvalid" });
  }
  for (const format of ["-{zone}-{aisle}-{bay}-{level}", "{zone}--{aisle}", "{zone}{aisle:9}{bay:9}{level:9}"]) {
    expect(refused({ format }), format).toEqual({ format: "binCodeInvalid" });
  }
  expect(refused({ format: "{zone}-{aisle}-{bay}" })).toEqual({ format: "binCodesRepeat" });
  // 1 and 11, 11 and 1: without a sign or a width between them they run together.
  expect(refused({ aisles: { from: 1, to: 11 }, bays: { from: 1, to: 11 }, format: "{zone}{aisle}{bay}{level}" })).toEqual({
    format: "binCodesRepeat",
  });
});

test("twenty thousand bins are laid out, one more is refused before any is made", () => {
  const hall = { aisles: { from: 1, to: 50 }, bays: { from: 1, to: 100 }, levels: { from: 1, to: 4 } };
  expect(binsOf(hall)).toHaveLength(20_000);
  expect(refused({ ...hall, levels: { from: 1, to: 5 } })).toEqual({ form: "tooManyBins" });
  expect(refused({ aisles: { from: 0, to: 9_999 }, bays: { from: 0, to: 9_999 }, levels: { from: 0, to: 9_999 } })).toEqual({
    form: "tooManyBins",
  });
});

test("whatever the pattern, codes are good and different, millimetres whole, and ranks run from one without a gap", () => {
  const range = fc.tuple(fc.nat(12), fc.nat(11)).map(([from, more]) => ({ from, to: from + more }));
  const metres = fc.double({ min: 0, max: 20, noNaN: true });
  fc.assert(
    fc.property(
      range,
      range,
      range,
      fc.tuple(metres, metres, metres),
      fc.boolean(),
      (aisles, bays, levels, [aisleM, bayM, levelM], serpentine) => {
        const bins = binsOf({
          aisles,
          bays,
          levels,
          spacing: { aisleM, bayM, levelM },
          serpentine,
          sides: ["L", "R"],
          format: "{zone}-{aisle}-{bay}-{side}-{level}",
        });
        expect(bins.every(({ code }) => isBinCode(code))).toBe(true);
        expect(new Set(bins.map(({ code }) => code)).size).toBe(bins.length);
        expect(bins.every(({ xMm, yMm, zMm }) => [xMm, yMm, zMm].every(Number.isSafeInteger))).toBe(true);
        expect(bins.map(({ pickRank }) => pickRank)).toEqual(bins.map((_, index) => index + 1));
      },
    ),
    { numRuns: 30 },
  );
});
