import fc from "fast-check";
import { expect, test } from "vitest";
import { readFile, recordsOf, summariseTable } from "./read-file.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("pictures are known by how they begin, and what only calls itself a picture is not one", () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
  expect(readFile(png)).toEqual({ mediaType: "image/png", table: null });
  expect(readFile(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toMatchObject({ mediaType: "image/jpeg" });
  expect(readFile(bytes("<svg xmlns='x'>,</svg>"))).toBeUndefined();
  expect(readFile(Uint8Array.from([0x50, 0x4b, 3, 4, 0]))).toBeUndefined();
});

test("a table is told by its columns, how many rows it has, and the first of them", () => {
  expect(summariseTable('\uFEFFsku;nome;preço\r\nA;"Chaleira; 1,8 L";10\r\n\r\nB;"diz ""oi""";2')).toEqual({
    columns: ["sku", "nome", "preço"],
    rowCount: 2,
    sample: [
      ["A", "Chaleira; 1,8 L", "10"],
      ["B", 'diz "oi"', "2"],
    ],
  });
  expect(readFile(Uint8Array.from([...bytes("pre"), 0xe7, ...bytes("o,b\n1,2")]))?.table?.columns).toEqual(["preço", "b"]);
});

test("a table that means harm is cut to what can be shown", () => {
  const wide = Array.from({ length: 5_000 }, (_, index) => `c${index}`).join(",");
  const summary = summariseTable(`${wide}\n${"x".repeat(100_000)},=cmd|'/c calc'!A1,a\u202Eb\n"never closed,`);
  expect(summary?.columns).toHaveLength(60);
  expect(summary?.sample[0]?.map(({ length }) => length)).toEqual([120, 17, 3]);
  expect(summary?.sample[0]?.[2]).toBe("a b");
});

test("whatever the bytes are, they are a picture, a table or nothing, and never a fault", () => {
  const cellsOf = (one: Uint8Array) => readFile(one)?.table?.sample.flat() ?? [];
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.string({ unit: "binary" }).map(bytes)), (one) => {
      expect(cellsOf(one).filter((cell) => cell.length > 120)).toEqual([]);
    }),
  );
  expect(readFile(new Uint8Array())).toBeUndefined();
});

test("what is written as a table reads back as it was", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", " ", "é"), minLength: 1 });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")).join("\n");
      expect([...recordsOf(text, ",")]).toEqual(rows);
    }),
  );
});
