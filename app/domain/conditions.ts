import type { Locale } from "#app/i18n/locales.ts";
import { parseFigure } from "#app/i18n/parse-money.ts";
import { parseUntrusted } from "#app/platform/parse-untrusted.ts";
import { z } from "zod";

/** Something a condition may ask about. `choice` has its values listed. */
export type Field = {
  name: string;
  kind: "number" | "text" | "choice";
  unit?: "money" | "percent" | "stars" | "units";
  options?: readonly string[];
};
export type Facts = Readonly<Record<string, number | string>>;

export const comparators = ["is", "is-not", "at-least", "at-most", "contains", "lacks"] as const;
export type Comparator = (typeof comparators)[number];

/** What each kind of field can be asked. */
export const comparatorsOf: Record<Field["kind"], readonly Comparator[]> = {
  number: ["at-least", "at-most", "is", "is-not"],
  text: ["contains", "lacks", "is", "is-not"],
  choice: ["is", "is-not"],
};

export type Condition = { field: string; is: Comparator; value: number | string };
export const matches = ["all", "any"] as const;
export type ConditionSet = { match: (typeof matches)[number]; conditions: Condition[] };

/** One condition as it was looked at: what was asked, what was found, and whether that passes. */
export type Check = Condition & { found: number | string | null; passes: boolean };
export type Checked = { passes: boolean; checks: Check[] };

export const mostConditions = 10;

export const conditionSetSchema = z.object({
  match: z.enum(matches, "fieldInvalid").default("all"),
  conditions: z
    .array(
      z.object({
        field: z.string("required").min(1, "required").max(60, "fieldInvalid"),
        is: z.enum(comparators, "fieldInvalid"),
        value: z.union([z.number("fieldInvalid"), z.string("required").trim().min(1, "required").max(200, "tooLong")], "required"),
      }),
      "fieldInvalid",
    )
    .max(mostConditions, "fieldInvalid")
    .default([]),
});

/** Without conditions everything passes. What is not known passes no condition, whichever way it is asked. */
export function checkConditions({ match, conditions }: ConditionSet, facts: Facts): Checked {
  const checks = conditions.map((condition): Check => {
    const found = facts[condition.field] ?? null;
    return { ...condition, found, passes: found !== null && compares(found, condition) };
  });
  const passes = checks.length === 0 || (match === "all" ? checks.every((one) => one.passes) : checks.some((one) => one.passes));
  return { passes, checks };
}

function compares(found: number | string, { is, value }: Condition): boolean {
  switch (is) {
    case "is":
      return plain(found) === plain(value);
    case "is-not":
      return plain(found) !== plain(value);
    case "at-least":
      return typeof found === "number" && typeof value === "number" && found >= value;
    case "at-most":
      return typeof found === "number" && typeof value === "number" && found <= value;
    case "contains":
      return plain(found).includes(plain(value));
    case "lacks":
      return !plain(found).includes(plain(value));
    default:
      return is satisfies never;
  }
}

/** People write words with or without capitals and accents and mean the same. */
function plain(value: number | string): string {
  return typeof value === "number" ? String(value) : value.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** Which conditions ask what their field cannot answer, as names of fields of a form with what is wrong. */
export function misfits({ conditions }: ConditionSet, fields: readonly Field[]): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const [index, { field: name, is, value }] of conditions.entries()) {
    const field = fields.find((one) => one.name === name);
    if (field === undefined) wrong[`conditions.${index}.field`] = "fieldInvalid";
    else if (!comparatorsOf[field.kind].includes(is)) wrong[`conditions.${index}.is`] = "fieldInvalid";
    else if (!fits(field, value)) wrong[`conditions.${index}.value`] = "fieldInvalid";
  }
  return wrong;
}

function fits(field: Field, value: number | string): boolean {
  if (field.kind === "number") return typeof value === "number" && Number.isFinite(value);
  return typeof value === "string" && (field.kind === "text" || field.options === undefined || field.options.includes(value));
}

/** Values of a form are text: those for numbers are read as their writer writes them, and amounts of money as cents. */
export function readValues({ match, conditions }: ConditionSet, fields: readonly Field[], locale: Locale): ConditionSet {
  return {
    match,
    conditions: conditions.map((one) => {
      const field = fields.find(({ name }) => name === one.field);
      const isNumber = field?.kind === "number";
      const figure = isNumber && typeof one.value === "string" ? parseFigure(one.value, locale) : undefined;
      if (figure !== undefined) return { ...one, value: field?.unit === "money" ? Math.round(figure * 100) : figure };
      return isNumber || typeof one.value === "string" ? one : { ...one, value: String(one.value) };
    }),
  };
}

/** What was written down by an older version and no longer fits counts as never fulfilled, not as no condition. */
export function storedConditions(value: unknown): ConditionSet {
  const parsed = parseUntrusted(conditionSetSchema, value);
  return parsed.success ? parsed.data : { match: "all", conditions: [{ field: "unreadable", is: "is", value: "unreadable" }] };
}
