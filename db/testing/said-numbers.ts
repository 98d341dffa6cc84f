import type { Answered } from "#app/domain/metrics/answer.ts";
import { catalogue } from "#app/domain/metrics/catalogue.ts";
import type { MetricUnit } from "#app/domain/metrics/kinds.ts";

/** All numbers of a sentence in either language, as plain digits: "R$ 1.234,50" and "R$1,234.50" are both 1234.5. */
export function numbersIn(text: string): string[] {
  return (text.match(/\d[\d.,]*/g) ?? []).map((raw) => {
    const trimmed = raw.replace(/[.,]+$/, "");
    const marks = [...trimmed.replaceAll(/\d/g, "")];
    const last = marks.at(-1);
    if (last === undefined) return String(Number(trimmed));
    const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(trimmed) && new Set(marks).size === 1;
    const parts = isGrouped
      ? [trimmed.replaceAll(/[.,]/g, "")]
      : [trimmed.slice(0, trimmed.lastIndexOf(last)).replaceAll(/[.,]/g, ""), trimmed.slice(trimmed.lastIndexOf(last) + 1)];
    return String(Number(parts.join(".")));
  });
}

function spoken(value: number, unit: MetricUnit): string {
  const size = Math.abs(value);
  if (unit === "money") return String(Number((size / 100).toFixed(2)));
  if (unit === "micro-usd") return String(Number((size / 1_000_000).toFixed(4)));
  return unit === "ratio" ? percent(size) : String(Number(size.toFixed(2)));
}

function percent(ratio: number): string {
  return String(Number((Math.abs(ratio) * 100).toFixed(1)));
}

/** What stands in an answer's rows, totals and explanation, and in the dates it is of, as it would be said. */
export function numbersOf(answer: Answered): ReadonlySet<string> {
  const { query, rows, result, explanation } = answer;
  if (query.type !== "metric" && query.type !== "why") return new Set(numbersIn(query.text));
  const { unit } = catalogue[query.metric];
  const known = new Set<string>();
  const add = (value: unknown) => {
    if (typeof value === "number") known.add(spoken(value, unit));
  };
  for (const row of rows) {
    add(row["value"]);
    add(row["compared"]);
    if (typeof row["change"] === "number") known.add(percent(row["change"]));
    for (const text of Object.values(row))
      if (typeof text === "string") for (const one of numbersIn(text.replaceAll(/[-T:]/g, " "))) known.add(one);
  }
  for (const { value, compared } of result?.totals ?? []) {
    add(value);
    add(compared);
    if (value !== null && compared !== null && compared !== 0) known.add(percent((value - compared) / compared));
  }
  add(query.having?.atLeast);
  add(query.having?.atMost);
  if (explanation !== null) addExplanation(explanation, known, unit);
  for (const name of query.where.flatMap(({ values, labels }) => [...values, ...labels])) for (const one of numbersIn(name)) known.add(one);
  for (const stretch of [query.when, result?.comparedWith, explanation?.comparedWith]) addDates(stretch, known);
  return known;
}

function addExplanation(explanation: NonNullable<Answered["explanation"]>, known: Set<string>, unit: MetricUnit): void {
  const { before, after, byDimension, factors, mix } = explanation;
  const values = [
    before,
    after,
    after - before,
    ...factors.map(({ contribution }) => contribution),
    ...(mix === null ? [] : [mix.rate, mix.mix]),
  ];
  for (const value of [...values, ...byDimension.flatMap(({ drivers }) => drivers.map(({ contribution }) => contribution))])
    known.add(spoken(value, unit));
  for (const { drivers } of byDimension) for (const { label } of drivers) for (const one of numbersIn(label)) known.add(one);
}

/** First and last day, and hours. */
function addDates(stretch: { from: string; to: string } | null | undefined, known: Set<string>): void {
  if (stretch === null || stretch === undefined) return;
  const lastMs = Date.parse(`${stretch.to.slice(0, 10)}T00:00:00Z`) - 86_400_000;
  const days = [stretch.from, stretch.to, new Date(lastMs).toISOString().slice(0, 10)];
  for (const day of days) for (const one of numbersIn(day.replaceAll(/[-T:]/g, " "))) known.add(one);
}
