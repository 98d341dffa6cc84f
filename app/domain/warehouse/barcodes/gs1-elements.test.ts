import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDigit } from "#app/platform/check-digit.ts";
import { checkValue, groupSeparator, readBracketed, readElementString, writeBracketed, writeElementString } from "./gs1-elements.ts";
import { aiAt, isPredefinedLength, ruleOf } from "./gs1-table.ts";

const year = 2026;
const gs = groupSeparator;

/** One valid value of each AI, and the length of its shortest and its longest, written apart from the table. */
const examples: readonly [ai: string, value: string, shortest: number, longest: number, needsSeparator: boolean][] = [
  ["00", "106141412345678908", 18, 18, false],
  ["01", "07891000315507", 14, 14, false],
  ["02", "07891000315507", 14, 14, false],
  ["10", "AB-12/3", 1, 20, true],
  ["11", "260131", 6, 6, false],
  ["12", "260131", 6, 6, false],
  ["13", "260131", 6, 6, false],
  ["15", "260131", 6, 6, false],
  ["16", "260131", 6, 6, false],
  ["17", "260200", 6, 6, false],
  ["20", "07", 2, 2, false],
  ["21", "S%1", 1, 20, true],
  ["22", "2A", 1, 20, true],
  ["30", "12", 1, 8, true],
  ["37", "48", 1, 8, true],
  ["240", "X1", 1, 30, true],
  ["241", "C-9", 1, 30, true],
  ["242", "123", 1, 6, true],
  ["243", "P1", 1, 20, true],
  ["250", "S2", 1, 30, true],
  ["251", "R", 1, 30, true],
  ["254", "E1", 1, 20, true],
  ["3103", "001250", 6, 6, false],
  ["3110", "000001", 6, 6, false],
  ["3165", "000001", 6, 6, false],
  ["3202", "000150", 6, 6, false],
  ["3303", "001300", 6, 6, false],
  ["3401", "000129", 6, 6, false],
  ["3922", "1299", 1, 15, true],
  ["3932", "9861299", 4, 18, true],
  ["400", "PO-1", 1, 30, true],
  ["402", `1234567890123456${checkDigit("1234567890123456")}`, 17, 17, true],
  ...["410", "411", "412", "413", "414", "415", "416", "417"].map((ai): [string, string, number, number, boolean] => [
    ai,
    `789100000000${checkDigit("789100000000")}`,
    13,
    13,
    false,
  ]),
  ["420", "01310-100", 1, 20, true],
  ["421", "07601310100", 4, 12, true],
  ["422", "076", 3, 3, true],
  ["7003", "2601312359", 10, 10, true],
  ["8005", "001299", 6, 6, true],
  ["8006", "078910003155070102", 18, 18, true],
  ["8008", "2601312359", 8, 12, true],
  ["8020", "REF1", 1, 25, true],
  ["91", "own", 1, 90, true],
  ["99", "own", 1, 90, true],
];

test.each(examples)("(%s) takes its values, and none that is too short or too long", (ai, value, shortest, longest, needsSeparator) => {
  expect(aiAt(`${ai}${value}`, 0)).toBe(ai);
  expect(checkValue(ai, value, year)).toBeUndefined();
  expect(isPredefinedLength(ai)).toBe(!needsSeparator);
  expect(checkValue(ai, "1".repeat(shortest - 1), year)?.reason).toBe("length");
  expect(checkValue(ai, "1".repeat(longest + 1), year)?.reason).toBe("length");
  expect(checkValue(ai, `${value.slice(0, -1)}ç`, year)).toEqual({ reason: "characters", position: value.length - 1 });
});

test("no AI begins with another one", () => {
  const all = Array.from({ length: 10_000 }, (_, number) => [2, 3, 4].map((length) => String(number).padStart(length, "0")))
    .flat()
    .filter((ai) => ai.length <= 4 && ruleOf(ai) !== undefined);
  const unique = [...new Set(all)];
  expect(unique.length).toBeGreaterThan(150);
  for (const ai of unique) {
    expect(unique.filter((other) => other !== ai && other.startsWith(ai))).toEqual([]);
  }
});

test("a separator ends what has no length of its own, and is needed nowhere else", () => {
  const read = readElementString(`01078910003155071726020010AB${gs}21XY`, [gs], year);
  expect(read).toEqual({
    ok: true,
    elements: [
      { ai: "01", value: "07891000315507" },
      { ai: "17", value: "260200" },
      { ai: "10", value: "AB" },
      { ai: "21", value: "XY" },
    ],
  });
  expect(readElementString(`0107891000315507${gs}10AB${gs}`, [gs], year).ok).toBe(true);
  // Of one length, yet not predefined: without its separator the rest is taken for part of it.
  expect(readElementString("42207610AB", [gs], year)).toEqual({ ok: false, reason: "characters", position: 8 });
  expect(readElementString(`422076${gs}10AB`, [gs], year).ok).toBe(true);
});

test("an error names its kind and the character it stands at", () => {
  const failures: [string, string, number][] = [
    ["01078910003155080", "checkDigit", 15],
    ["010789100031550799", "length", 18],
    ["01078910003155077799", "unknownAi", 16],
    ["010789100031550717260230", "date", 18],
    ["010789100031550717260", "length", 21],
    [`010789100031550710${"A".repeat(21)}`, "length", 38],
    ["010789100031550710A$B", "characters", 19],
    [`10A${gs}10B`, "repeated", 4],
    ["", "length", 0],
    [gs, "length", 0],
  ];
  for (const [text, reason, position] of failures) {
    expect(readElementString(text, [gs], year), text).toEqual({ ok: false, reason, position });
  }
});

test("a value said twice is one value", () => {
  expect(readElementString(`10A${gs}10A`, [gs], year)).toEqual({ ok: true, elements: [{ ai: "10", value: "A" }] });
});

test("the printed form with brackets is read, brackets within a value too", () => {
  expect(readBracketed("(01)07891000315507(3103)001250(10)A(770)B(17)260131", year)).toEqual({
    ok: true,
    elements: [
      { ai: "01", value: "07891000315507" },
      { ai: "3103", value: "001250" },
      { ai: "10", value: "A(770)B" },
      { ai: "17", value: "260131" },
    ],
  });
  expect(readBracketed("(77)1", year)).toEqual({ ok: false, reason: "unknownAi", position: 1 });
  expect(readBracketed("(01)07891000315508", year)).toEqual({ ok: false, reason: "checkDigit", position: 17 });
});

test("a separator is written only where the next element could not be found without it", () => {
  const lotFirst = [
    { ai: "10", value: "AB" },
    { ai: "17", value: "260131" },
    { ai: "422", value: "076" },
    { ai: "21", value: "X" },
  ];
  expect(writeElementString(lotFirst)).toBe(`10AB${gs}17260131422076${gs}21X`);
});

const valueCharacters = "!\"%&'*+,-./0123456789:;<=>?ABCXYZ_abcxyz";

/** Any valid value of an AI, by its rule. */
function valueOf(ai: string): fc.Arbitrary<string> {
  const example = examples.find(([one]) => one === ai)?.[1] ?? "";
  const rule = ruleOf(ai);
  if (rule?.begins === "day") return fc.integer({ min: 10, max: 28 }).map((day) => `2602${day}`);
  if (rule === undefined || rule.begins !== undefined || (rule.checked ?? 0) !== 0) return fc.constant(example);
  const characters = rule.characters === "digits" ? "0123456789" : valueCharacters;
  return fc.string({ unit: fc.constantFrom(...characters.split("")), minLength: rule.minLength, maxLength: rule.maxLength });
}

const elements = fc
  .uniqueArray(fc.constantFrom(...examples.map(([ai]) => ai)), { minLength: 1, maxLength: 8 })
  .chain((ais) => fc.tuple(...ais.map((ai) => valueOf(ai).map((value) => ({ ai, value })))));

test("what is written is read again, by any separator and in the printed form", () => {
  fc.assert(
    fc.property(elements, fc.constantFrom(gs, "|", "~", "#GS#"), (written, separator) => {
      const expected = { ok: true, elements: written };
      expect(readElementString(writeElementString(written, separator), [separator], year)).toEqual(expected);
      expect(readBracketed(writeBracketed(written), year)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
