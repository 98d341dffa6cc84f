import { expect, test } from "vitest";
import type { Answered } from "#app/domain/metrics/answer.ts";
import { createCheckedText } from "./checked-text.ts";
import { KnownNumbers } from "./known-numbers.ts";
import { numbersIn } from "./said-numbers.ts";

const query = {
  metric: "gmv",
  by: ["channel"],
  where: [],
  grain: null,
  compare: "previous",
  having: null,
  order: null,
  limit: 100,
} as const;
const when = { from: "2026-10-29", to: "2026-11-28", rolling: { kind: "last", count: 30, unit: "day", includesCurrent: false } } as const;
const asked = { ...query, by: [...query.by], where: [...query.where], when };

function anAnswer(): Answered {
  return {
    kind: "answered",
    query: { type: "metric", ...asked },
    columns: [],
    rows: [],
    answer: "GMV: R$ 123.456,78.",
    chart: null,
    source: "model",
    suggestions: [],
    explanation: null,
    found: [],
    result: {
      query: asked,
      columns: [
        { key: "channel", kind: "dimension", dimension: "channel" },
        { key: "value", kind: "value", metric: "gmv", unit: "money", currency: "BRL" },
        { key: "compared", kind: "value", metric: "gmv", unit: "money", currency: "BRL" },
        { key: "change", kind: "change" },
      ],
      rows: [
        { channel: "Loja 24h", channelId: "chn_1", value: 10_000_050, compared: 8_000_000, change: 0.25 },
        { channel: "Chaleira 1,8 L", channelId: "chn_2", value: 2_345_628, compared: null, change: null },
      ],
      totals: [{ currency: "BRL", value: 12_345_678, compared: 10_000_000 }],
      isCut: false,
      comparedWith: { from: "2026-09-29", to: "2026-10-29" },
      asOfMs: 0,
    },
  };
}

function known(): KnownNumbers {
  const numbers = new KnownNumbers();
  numbers.addQuestion("top 7 sellers");
  numbers.addAnswered(anAnswer());
  return numbers;
}

test.each([
  "Foram R$ 123.456,78 no total, ou R$ 123 mil.",
  "It was $123,456.78 in all, about 123 thousand.",
  "R$ 100.000,50 vieram da Loja 24h: 25% a mais, R$ 20.000,50 acima.",
  "The total rose by 23.5 %, from 100,000.00.",
  "De 29/10 a 27/11/2026, 30 dias, 2 canais.",
  "Between 2026-10-29 and 2026-11-27.",
  "Chaleira 1,8 L sold 23\u00A0456.28, of the top 7.",
  "No number at all.",
  "1. Loja 24h\n2. Chaleira 1,8 L",
])("what stands in the rows may be said: %s", (text) => {
  expect(known().strangerIn(text)).toBeUndefined();
});

test.each([
  ["Foram R$ 123.457,00 no total.", "123.457,00"],
  ["About 124 thousand.", "124 thousand"],
  ["It rose by 26%.", "26"],
  ["We had 3,200 orders.", "3,200"],
  ["See order MLB9988776655.", "MLB9988776655"],
  ["Chaleira 1,9 L sold best.", "1,9"],
  ["In 2025 it was the same.", "2025"],
])("what stands in no row is found: %s", (text, stranger) => {
  expect(known().strangerIn(text)).toBe(stranger);
});

test("a sentence with a number of nobody's gives way to the one that rules wrote, once, and the rest stands", () => {
  const text = createCheckedText({ known: known(), standIn: () => "GMV: R$ 123.456,78." });
  const pieces = ["Here it is. We sold R$ 99", "9.999,00! The best was Loja 24h with 25 %. ", "And 4,5", "67 orders. Fine.", " Done"];
  const said = pieces.map((piece) => text.take(piece)).join("") + text.end();
  expect(said).toBe("Here it is. GMV: R$ 123.456,78. The best was Loja 24h with 25 %. Fine. Done");
  expect(text.dropped).toBe(2);
});

test("a number that is cut by the stream is one number", () => {
  const text = createCheckedText({ known: known(), standIn: () => null });
  const said =
    "Foram R$ 123.456,78 no total. Ok."
      .split("")
      .map((letter) => text.take(letter))
      .join("") + text.end();
  expect(said).toBe("Foram R$ 123.456,78 no total. Ok.");
});

test.each([
  ["SKU-12 e v2.0", ["SKU-12", "v2.0"]],
  ["model_x/3, 10kg2 and 7-ab-3", ["model_x/3", "10kg2", "7-ab-3"]],
  ["a--1 and 5 kg", []],
])("codes are told from numbers: %s", (text, codes) => {
  expect(numbersIn(text).codes).toEqual(codes);
});

test("the longest word of Portuguese is read at once", { timeout: 1_000 }, () => {
  expect(numbersIn("inconstitucionalissimamente, 5").numbers).toHaveLength(1);
});

test.each(["a", "a.", "1", "1.", "1a", "ab-", "1-a-"])("a page of nothing but %s is read in a moment", { timeout: 2_000 }, (piece) => {
  expect(numbersIn(piece.repeat(10_000)).codes.length).toBeLessThan(2);
});
