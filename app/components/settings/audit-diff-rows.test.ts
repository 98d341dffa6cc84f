import fc from "fast-check";
import { expect, test } from "vitest";
import { diffRows } from "./audit-diff-rows.ts";

test("changed fields come first, unchanged ones after them", () => {
  expect(diffRows({ name: "Demo", timeZone: "UTC" }, { name: "Demo", timeZone: "America/Sao_Paulo" })).toEqual([
    { field: "timeZone", change: "changed", before: "UTC", after: "America/Sao_Paulo" },
    { field: "name", change: "same", before: "Demo", after: "Demo" },
  ]);
});

test("what was only there before is removed, what is only there after is added", () => {
  expect(diffRows({ email: "a@b.c" }, null).map((row) => row.change)).toEqual(["removed"]);
  expect(diffRows(null, { scopes: ["team:read"], expiresAt: null }).map((row) => row.change)).toEqual(["added", "added"]);
  expect(diffRows(null, null)).toEqual([]);
});

test("a value set to nothing is a change, not a removal", () => {
  expect(diffRows({ timeZone: "UTC" }, { timeZone: null })).toEqual([{ field: "timeZone", change: "changed", before: "UTC", after: null }]);
});

test("lists differ by order, objects do not", () => {
  expect(diffRows({ a: [1, 2] }, { a: [2, 1] })[0]?.change).toBe("changed");
  expect(diffRows({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } })[0]?.change).toBe("same");
  expect(diffRows({ a: [] }, { a: {} })[0]?.change).toBe("changed");
});

test("every field of both sides is shown once, and a thing never differs from itself", () => {
  const values = fc.dictionary(fc.string(), fc.jsonValue());
  fc.assert(
    fc.property(values, values, (before, after) => {
      const fields = diffRows(before, after).map((row) => row.field);
      expect(fields.toSorted()).toEqual([...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted());
      expect(diffRows(before, structuredClone(before)).every((row) => row.change === "same")).toBe(true);
    }),
  );
});
