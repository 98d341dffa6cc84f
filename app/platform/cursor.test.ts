import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor.ts";

const part = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

test("a cursor brings back the values it was made of and is safe in a URL", () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const text = encodeCursor(parts);
      expect(text).toMatch(/^[\w-]+$/);
      expect(decodeCursor(text)).toEqual(parts.map((value) => (value === 0 ? 0 : value)));
    }),
  );
});

test("garbage, tampering and foreign shapes are no cursor, and never an error", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => decodeCursor(text) === undefined || decodeCursor(text)?.length !== 0));
  for (const json of ["{}", "[]", "[null]", "[[1]]", '{"length":1}', "[1e999]", "1", '"x"', "[1,2,3,4,5,6,7,8,9]"]) {
    expect(decodeCursor(btoa(json))).toBeUndefined();
  }
  expect(decodeCursor(btoa(JSON.stringify(["x".repeat(3_000)])))).toBeUndefined();
});

test("a cursor that could not be read back is refused where it is made", () => {
  expect(() => encodeCursor([])).toThrow(RangeError);
  expect(() => encodeCursor([Number.NaN])).toThrow(RangeError);
  expect(() => encodeCursor(["x".repeat(3_000)])).toThrow(RangeError);
});
