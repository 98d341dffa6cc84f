import { type Line, take } from "./line.ts";
import type { Limit, Value } from "./reading.ts";

const digit = "[1-5]";
const list = new RegExp(
  `(?:de |with |com )?(?<list>${digit}(?: (?:and|or|e|ou|a|to) ${digit})+|${digit}) (?:stars?|estrelas?)|(?<joined>${digit})-stars?`,
);

function rating(value: number): Value {
  return { dimension: "rating", value: String(value), isNot: false };
}

function between(least: number, most: number): Value[] {
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => rating(least + index));
}

/** Reviews "of 1 and 2 stars", which are two kinds, and "of 1 to 3 stars", which are three. */
export function readStars(line: Line): Value[] {
  const groups = take(line, list, () => "<stars>")?.groups;
  const text = groups?.["list"] ?? groups?.["joined"];
  if (text === undefined) return [];
  const values = [...text.matchAll(/\d/g)].map(([figure]) => Number(figure));
  const isRange = / (?:a|to) /.test(text);
  return isRange ? between(values[0] ?? 1, values.at(-1) ?? 5) : values.map(rating);
}

/** "Under 3 stars" said of reviews: which of them are counted. */
export function starsWithin({ atLeast, atMost, isStrict }: Limit): Value[] {
  const least = atLeast === null ? 1 : Math.floor(isStrict ? atLeast + 1 : Math.ceil(atLeast));
  const most = atMost === null ? 5 : Math.ceil(isStrict ? atMost - 1 : Math.floor(atMost));
  return between(Math.max(1, least), Math.min(5, most));
}
