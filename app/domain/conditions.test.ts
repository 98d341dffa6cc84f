import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  checkConditions,
  comparators,
  type ConditionSet,
  conditionSetSchema,
  type Field,
  misfits,
  readValues,
  storedConditions,
} from "./conditions.ts";
import { parseInput, toAppError } from "./errors.ts";

const value = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constantFrom("red", "Azul", "árvore", ""));
const condition = fc.record({ field: fc.constantFrom("a", "b", "c"), is: fc.constantFrom(...comparators), value });
const sets: fc.Arbitrary<ConditionSet> = fc.record({
  match: fc.constantFrom("all" as const, "any" as const),
  conditions: fc.array(condition, { maxLength: 5 }),
});
const facts = fc.dictionary(fc.constantFrom("a", "b", "c"), value);

test("all asks no less than any, and each says what it found", () => {
  fc.assert(
    fc.property(sets, facts, ({ conditions }, known) => {
      const [all, some] = [checkConditions({ match: "all", conditions }, known), checkConditions({ match: "any", conditions }, known)];
      expect(all.passes && !some.passes).toBe(false);
      expect(all.checks).toHaveLength(conditions.length);
      for (const check of all.checks) expect(check.found).toBe(known[check.field] ?? null);
    }),
  );
});

test("what is not known passes nothing, also where it is asked what it is not", () => {
  fc.assert(
    fc.property(condition, (one) => {
      expect(checkConditions({ match: "any", conditions: [one] }, {}).passes).toBe(false);
    }),
  );
});

test("what is, is not what it is not; at least and at most meet only where they are the same", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (found, asked) => {
      const passes = (is: ConditionSet["conditions"][number]["is"]) =>
        checkConditions({ match: "all", conditions: [{ field: "a", is, value: asked }] }, { a: found }).passes;
      expect(passes("is")).toBe(!passes("is-not"));
      expect(passes("at-least") && passes("at-most")).toBe(passes("is"));
      expect(passes("at-least") || passes("at-most")).toBe(true);
    }),
  );
});

test("words are found without their capitals and accents", () => {
  const asks = (is: "contains" | "lacks", word: string) =>
    checkConditions({ match: "all", conditions: [{ field: "a", is, value: word }] }, { a: "A TAMPA não fecha" }).passes;
  expect([asks("contains", "nao"), asks("contains", "Tampa"), asks("lacks", "vaza"), asks("lacks", "tampa")]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

const fields: Field[] = [
  { name: "total", kind: "number", unit: "money" },
  { name: "stars", kind: "number", unit: "stars" },
  { name: "text", kind: "text" },
  { name: "state", kind: "choice", options: ["done", "failed"] },
];
const one = (field: string, is: ConditionSet["conditions"][number]["is"], asked: number | string): ConditionSet => ({
  match: "all",
  conditions: [{ field, is, value: asked }],
});

test("a form's figures become numbers, its money cents, its words stay", () => {
  expect(readValues(one("total", "at-least", "250,50"), fields, "en").conditions[0]?.value).toBe(25_050);
  expect(readValues(one("stars", "at-most", "2"), fields, "en").conditions[0]?.value).toBe(2);
  expect(readValues(one("text", "contains", "2"), fields, "en").conditions[0]?.value).toBe("2");
  expect(readValues(one("stars", "at-most", "two"), fields, "en").conditions[0]?.value).toBe("two");
});

test("a thousand is read as one, the way its writer writes it", () => {
  const read = (value: string, locale: "en" | "pt-BR") => readValues(one("total", "at-least", value), fields, locale).conditions[0]?.value;
  for (const value of ["1000", "1.000", "1.000,00", "1000,00", "1000.00"]) expect(read(value, "pt-BR")).toBe(100_000);
  for (const value of ["1000", "1,000", "1,000.00", "1000.00"]) expect(read(value, "en")).toBe(100_000);
  // Neither a thousand nor an amount of money in either language.
  for (const value of ["1.00.0", "1,", "", "--1"]) expect(read(value, "pt-BR")).toBe(value);
});

test("each field is only asked what it can answer", () => {
  expect(misfits(one("gone", "is", 1), fields)).toEqual({ "conditions.0.field": "fieldInvalid" });
  expect(misfits(one("text", "at-least", "x"), fields)).toEqual({ "conditions.0.is": "fieldInvalid" });
  expect(misfits(one("stars", "at-least", "two"), fields)).toEqual({ "conditions.0.value": "fieldInvalid" });
  expect(misfits(one("state", "is", "lost"), fields)).toEqual({ "conditions.0.value": "fieldInvalid" });
  expect(misfits(one("state", "is", "done"), fields)).toEqual({});
});

test("what is wrong with a condition has one name, be it its shape or that its field cannot answer", () => {
  const schema = z.object({ conditions: conditionSetSchema });
  const namesOf = (conditions: unknown) => {
    try {
      return misfits(parseInput(schema, { conditions }).conditions, fields);
    } catch (error) {
      return toAppError(error)?.fields;
    }
  };
  expect(namesOf({ conditions: [{ field: "stars", is: "near", value: 1 }] })).toEqual({ "conditions.0.is": "fieldInvalid" });
  expect(namesOf({ conditions: [{ field: "stars", is: "contains", value: 1 }] })).toEqual({ "conditions.0.is": "fieldInvalid" });
  expect(namesOf({ conditions: [{ field: "stars", is: "is", value: " " }] })).toEqual({ "conditions.0.value": "required" });
  expect(namesOf({ conditions: "x" })).toEqual({ conditions: "fieldInvalid" });
  expect(namesOf("x")).toEqual({ conditions: "fieldInvalid" });
  expect(namesOf({ match: "most" })).toEqual({ "conditions.match": "fieldInvalid" });
});

test("conditions that nobody can read any more are never fulfilled", () => {
  expect(checkConditions(storedConditions({ match: "most", conditions: 7 }), { a: 1 }).passes).toBe(false);
  expect(checkConditions(storedConditions({ match: "any", conditions: [] }), {}).passes).toBe(true);
});
