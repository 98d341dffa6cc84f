import fc from "fast-check";
import { expect, test } from "vitest";
import { diffWords } from "./word-diff.ts";

test("says which words went and which came", () => {
  expect(diffWords("Chaleira inox 127 V", "Chaleira Acme 127 V")).toMatchObject([
    { kind: "same", text: "Chaleira " },
    { kind: "removed", text: "inox" },
    { kind: "added", text: "Acme" },
    { kind: "same", text: " 127 V" },
  ]);
  expect(diffWords("Vaso azul", "Vaso azul G")).toMatchObject([
    { kind: "same", text: "Vaso azul" },
    { kind: "added", text: " G" },
  ]);
  expect(diffWords("", "Nova")).toMatchObject([{ kind: "added", text: "Nova" }]);
  expect(diffWords("same", "same")).toMatchObject([{ kind: "same", text: "same" }]);
});

test("nothing is lost: without what came it is the old text, without what went the new one", () => {
  const text = fc.array(fc.constantFrom("a", "b ", "c", " ", "\n", "dd "), { maxLength: 30 }).map((words) => words.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffWords(before, after);
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join("");
      expect([without("added"), without("removed")]).toEqual([before, after]);
    }),
  );
});

test("texts too long to compare are shown whole, one after the other", () => {
  const [before, after] = ["a ".repeat(1_501), "b"];
  expect(diffWords(before, after)).toMatchObject([
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ]);
});
