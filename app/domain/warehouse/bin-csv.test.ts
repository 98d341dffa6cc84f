import fc from "fast-check";
import { expect, test } from "vitest";
import { binKinds, type BinPlan } from "./bin.ts";
import { binsToCsv, readBinCsv } from "./bin-csv.ts";

const blank: BinPlan = {
  code: "",
  aisle: null,
  bay: null,
  level: null,
  side: null,
  xMm: 0,
  yMm: 0,
  zMm: 0,
  pickRank: 1,
  kind: "pick",
  capacityUnits: null,
  maxWeightGrams: null,
  volumeMl: null,
};

test("three bad lines of a thousand keep out three bins and no more", () => {
  const lines = Array.from({ length: 1_000 }, (_, index) => `A-${index + 1},pick,10`);
  lines[99] = "A 100,pick,10";
  lines[499] = "A-500,shelf,10";
  lines[999] = "A-1000,pick,ten";
  const { bins, problems } = readBinCsv(["code,kind,capacity", ...lines].join("\n"));
  expect(bins).toHaveLength(997);
  expect(problems).toEqual([
    { line: 101, column: "code", reason: "binCodeInvalid", saw: "A 100" },
    { line: 501, column: "kind", reason: "kindUnknown", saw: "shelf" },
    { line: 1_001, column: "capacity", reason: "numberInvalid", saw: "ten" },
  ]);
});

const expected = {
  ...blank,
  code: "A-02-04",
  aisle: "02",
  bay: "04",
  level: "B",
  kind: "bulk",
  capacityUnits: 40,
  xMm: 2_800,
  yMm: 1_055,
  zMm: -400,
  maxWeightGrams: 120_500,
};

test("a Portuguese spreadsheet and an English one hold the same bin", () => {
  const portuguese =
    '\uFEFF"Código";Corredor;Módulo;Nível;Tipo;Capacidade;X (m);Y (m);Z (m);Peso máximo (kg);Observação\r\n' +
    "A-02-04;02;04;B;Pulmão;40;2,8;1,055;'-0,4;120,5;=HYPERLINK(1)\r\n";
  const english = 'code,aisle,bay,level,kind,capacity,x,y,z,max weight\nA-02-04,02,04,B,bulk,40,2.8,1.055,-0.4,"120,5"\n\n';
  const smallUnits =
    "CODE\tAisle\tBay\tLevel\tType\tCapacity\tx mm\ty mm\tz mm\tmax weight (g)\na-02-04\t02\t04\tB\tBULK\t40\t2800\t1055\t-400\t120500";
  for (const text of [portuguese, english, smallUnits]) expect(readBinCsv(text)).toEqual({ bins: [expected], problems: [] });
});

test("a number that may hold thousands or decimals is refused instead of guessed", () => {
  const seen = (text: string) => readBinCsv(text).problems.map(({ saw }) => saw);
  expect(seen("code;max weight\nA-1;1.250\nA-2;1,250\nA-3;1.25")).toEqual(["1.250"]);
  expect(seen('code,max weight\nA-1,1.250\nA-2,"1,250"\nA-3,"1,25"')).toEqual(["1,250"]);
  expect(seen("code\tmax weight\nA-1\t1.250\nA-2\t1,250\nA-3\t1,25")).toEqual(["1.250", "1,250"]);
});

test("only the code is needed; the way follows the order of the lines", () => {
  expect(readBinCsv("code\nA-1\n\nA-2\n")).toEqual({
    bins: [
      { ...blank, code: "A-1" },
      { ...blank, code: "A-2", pickRank: 2 },
    ],
    problems: [],
  });
});

test("each line tells its first fault, with its own number", () => {
  const text = [
    "code;aisle;kind;capacity;x;max weight;pick rank",
    ";1;pick;1;1;1;1",
    'A-1;"two\nlines";pick;1;1;1;1',
    "A-2;1;pick;1,5;1;1;1",
    "A-3;1;pick;-1;1;1;1",
    "A-4;1;pick;1;1.234,5;1;1",
    "A-5;1;pick;1;1;9999999999;1",
    "A-6;1;pick;1;1;1;0",
    "A-7;1;pick;1;1;1;1",
    "a-7;1;pick;1;1;1;1",
    "A-8;=1+1;pick;1;1;1;1",
  ].join("\r\n");
  const { bins, problems } = readBinCsv(text);
  expect(bins.map(({ code }) => code)).toEqual(["A-7"]);
  expect(problems.map(({ line, column, reason, saw }) => [line, column, reason, saw])).toEqual([
    [2, "code", "required", ""],
    [3, "aisle", "fieldInvalid", "two\nlines"],
    [5, "capacity", "numberInvalid", "1,5"],
    [6, "capacity", "numberInvalid", "-1"],
    [7, "x", "numberInvalid", "1.234,5"],
    [8, "maxWeight", "numberInvalid", "9999999999"],
    [9, "pickRank", "numberInvalid", "0"],
    [11, "code", "repeated", "A-7"],
    [12, "aisle", "fieldInvalid", "=1+1"],
  ]);
});

test("a quote that nobody closes is told instead of swallowing the rest of the file unseen", () => {
  const { bins, problems } = readBinCsv('code,aisle\nA-1,1\nA-2,"2\nA-3,3\n');
  expect(bins.map(({ code }) => code)).toEqual(["A-1"]);
  expect(problems).toMatchObject([{ line: 3, reason: "quoteOpen" }]);
});

test("headings that leave no code, or say a thing twice, stop the file", () => {
  expect(readBinCsv("A-1;pick\nA-2;pick").problems).toEqual([{ line: 1, column: "code", reason: "required", saw: "A-1 pick" }]);
  expect(readBinCsv("code,x,x (mm)\nA-1,1,1000")).toEqual({
    bins: [],
    problems: [{ line: 1, column: "x", reason: "repeated", saw: "x (mm)" }],
  });
  expect(readBinCsv("").problems).toMatchObject([{ line: 1, reason: "required" }]);
});

test("more bins than a zone may have are told once", () => {
  const text = ["code", ...Array.from({ length: 20_050 }, (_, index) => `B-${index}`)].join("\n");
  const { bins, problems } = readBinCsv(text);
  expect(bins).toHaveLength(20_000);
  expect(problems).toEqual([{ line: 20_002, column: "code", reason: "tooManyBins", saw: "B-20000" }]);
});

const name = fc.option(fc.stringMatching(/^[A-Za-z0-9ç]{1,6}$/));
const amount = fc.option(fc.nat(1_000_000_000));
const place = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const plan: fc.Arbitrary<BinPlan> = fc.record({
  code: fc.stringMatching(/^[A-Z0-9]{1,5}(-[A-Z0-9]{1,4}){0,3}$/),
  aisle: name,
  bay: name,
  level: name,
  side: name,
  xMm: place,
  yMm: place,
  zMm: place,
  pickRank: fc.integer({ min: 1, max: 20_000 }),
  kind: fc.constantFrom(...binKinds),
  capacityUnits: amount,
  maxWeightGrams: amount,
  volumeMl: amount,
});

test("what is written is read back to the millimetre and the gram", () => {
  fc.assert(
    fc.property(fc.uniqueArray(plan, { selector: ({ code }) => code, maxLength: 20 }), (bins) => {
      expect(readBinCsv(binsToCsv(bins))).toEqual({ bins, problems: [] });
    }),
  );
});

test("no cell that is written runs as a formula", () => {
  const hostile = { ...blank, code: "A-1", aisle: "=1+1", bay: "-1", level: "@x", side: "+1", xMm: -1_500 };
  expect(binsToCsv([hostile]).split("\r\n")[1]).toBe("A-1,'=1+1,'-1,'@x,'+1,pick,,-1.5,0,0,,,1");
});
