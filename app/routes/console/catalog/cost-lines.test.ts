import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeSheet, readCostLines } from "./cost-lines.ts";

const brazil = { locale: "pt-BR", currency: "BRL" } as const;
const read = (text: string) => readCostLines(text, brazil);

test("pasted cells, semicolons and commas are read, with the amounts of the reader's language", () => {
  const wanted = [
    { sku: "A-1", costCents: 1_050 },
    { sku: "A-2", costCents: 123_456 },
  ];
  expect(read("A-1\t10,50\nA-2\tR$ 1.234,56").costs).toEqual(wanted);
  expect(read("A-1;10,50\r\nA-2;1.234,56\r\n").costs).toEqual(wanted);
  expect(readCostLines('A-1,10.50\nA-2,"1,234.56"', { locale: "en", currency: "BRL" }).costs).toEqual(wanted);
});

test("a heading says where SKU, cost and currency stand; other columns and lines without a cost are passed over", () => {
  const { costs, problems } = read("\uFEFFproduct_id,title,sku,cost,currency\r\np1,Panela,'-A,12.5,BRL\r\np2,Faca,B,,BRL\r\n");
  expect(costs).toEqual([{ sku: "-A", costCents: 1_250, currency: "BRL" }]);
  expect(problems).toEqual([]);
});

test("a line that cannot be understood is told with its number, and the others count", () => {
  const { costs, problems } = read("A;10\n;5\nB;dez\n\nA;11\nC;-3\nD;1;2\nE;7");
  expect(costs.map(({ sku }) => sku)).toEqual(["A", "E"]);
  expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
    [2, "noSku"],
    [3, "noAmount"],
    [5, "repeated"],
    [6, "noAmount"],
    [7, "noAmount"],
  ]);
});

test("a line that could not be set is told by its number, and does not take the sheet along", () => {
  const { costs, problems } = read(`A;10\n${"x".repeat(81)};5\nB\u202eC;5\nD;99999999999,00\nE;7`);
  expect(costs.map(({ sku }) => sku)).toEqual(["A", "E"]);
  expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
    [2, "noSku"],
    [3, "noSku"],
    [4, "noAmount"],
  ]);
});

test("an amount whose comma parts cells is not guessed", () => {
  expect(read("A,10,50")).toMatchObject({ costs: [], problems: [{ line: 1, reason: "noAmount" }] });
});

test("any text is read or refused line by line, each SKU once", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { costs } = read(text);
      expect(new Set(costs.map(({ sku }) => sku)).size).toBe(costs.length);
      for (const { sku, costCents } of costs) expect(sku !== "" && Number.isInteger(costCents) && costCents >= 0).toBe(true);
    }),
  );
});

test("a sheet in Windows-1252 keeps its accents", () => {
  const bytes = Uint8Array.of(0xc1, 0x3b, 0x31);
  expect(decodeSheet(bytes.buffer)).toBe("Á;1");
  expect(decodeSheet(new TextEncoder().encode("Á;1").buffer)).toBe("Á;1");
});
