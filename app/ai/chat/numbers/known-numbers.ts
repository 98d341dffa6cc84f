import type { Answered, AskedQuery } from "#app/domain/metrics/answer.ts";
import type { MetricUnit } from "#app/domain/metrics/kinds.ts";
import type { Explanation, MetricResult } from "#app/domain/metrics/result.ts";
import { numbersIn } from "./said-numbers.ts";

const microPerDollar = 1_000_000;
const dayMs = 24 * 3_600_000;

/** What may be said: numbers that stand in what was read, each as people write it, and the words they stand beside. */
export class KnownNumbers {
  readonly #values = new Set<number>();
  readonly #texts: string[] = [];

  addQuestion(text: string): void {
    this.#addText(text);
  }

  addAnswered({ query, result, explanation, found, answer }: Answered): void {
    this.#addQuery(query);
    if (result !== null) this.#addResult(result);
    if (explanation !== null) this.#addExplanation(explanation);
    this.addData(found);
    this.#addText(answer);
  }

  /** What another tool answered: every number in it, and money in its minor units as people write it. */
  addData(value: unknown, key = ""): void {
    if (typeof value === "number") this.#addPlain(value, key);
    else if (typeof value === "string") this.#addText(value);
    else if (Array.isArray(value)) {
      this.#values.add(value.length);
      for (const one of value) this.addData(one, key);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, one] of Object.entries(value)) this.addData(one, name);
    }
  }

  /** The first number or code in a text that stands in nothing that was read; undefined where all of them do. */
  strangerIn(text: string): string | undefined {
    const plain = this.#withoutNames(text);
    const { numbers, codes } = numbersIn(plain);
    const strange = codes.find((code) => !this.#texts.some((known) => known.includes(code.toLowerCase())));
    if (strange !== undefined) return strange;
    return numbers.find(({ readings }) => !readings.some(({ value, within }) => this.#isKnown(value, within)))?.text;
  }

  #isKnown(value: number, within: number): boolean {
    const reach = within * (1 + 1e-9);
    for (const known of this.#values) if (Math.abs(Math.abs(known) - Math.abs(value)) <= reach) return true;
    return false;
  }

  /** Names of things hold numbers of their own: "1,8 L". */
  #withoutNames(text: string): string {
    let rest = text;
    for (const name of this.#texts) {
      if (name.length < 3 || !/\d/.test(name)) continue;
      for (let at = rest.toLowerCase().indexOf(name); at !== -1; at = rest.toLowerCase().indexOf(name)) {
        rest = `${rest.slice(0, at)} ${rest.slice(at + name.length)}`;
      }
    }
    return rest;
  }

  #addText(text: string): void {
    this.#texts.push(text.toLowerCase());
    for (const { readings } of numbersIn(text).numbers) for (const { value } of readings) this.#values.add(value);
  }

  #addPlain(value: number, key: string): void {
    this.#values.add(value);
    if (/cents$/i.test(key)) this.#values.add(value / 100);
    if (/(?:share|rate|ratio)$/i.test(key)) this.#values.add(value * 100);
    if (/microusd$/i.test(key)) this.#values.add(value / microPerDollar);
    if (/(?:at|until|ms)$/i.test(key) && value > dayMs) this.#addDay(new Date(value).toISOString());
  }

  #addQuery(query: AskedQuery): void {
    if (query.type === "find" || query.type === "search") {
      this.#addText(query.text);
      if (query.type === "search" && query.when !== null) this.#addStretch(query.when);
      return;
    }
    const { when, limit, having, where } = query;
    this.#values.add(limit);
    if (when !== null) {
      this.#addStretch(when);
      if (when.rolling !== null) this.#values.add(when.rolling.count);
    }
    for (const bound of [having?.atLeast, having?.atMost]) if (bound !== undefined) this.#values.add(bound);
    for (const { values, labels } of where) for (const text of [...values, ...labels]) this.#addText(text);
  }

  #addResult({ query, columns, rows, totals, comparedWith }: MetricResult): void {
    this.#addQuery({ type: "metric", ...query });
    this.#values.add(rows.length);
    if (comparedWith !== null) this.#addStretch(comparedWith);
    // Differences may be said as well: they are a matter of two cells of one row.
    const unit = columns.flatMap((column) => (column.kind === "value" ? [column.unit] : []))[0] ?? "count";
    for (const row of rows) {
      const { value, compared } = row;
      if (typeof value === "number" && typeof compared === "number") this.#addPair(value, compared, unit);
      for (const column of columns) {
        const cell = row[column.key];
        if (typeof cell === "string") {
          this.#addText(cell);
          if (column.kind === "time") this.#addDay(cell);
        } else if (typeof cell === "number") {
          if (column.kind === "value") this.#addFigure(cell, unit);
          else this.#values.add(column.kind === "change" ? cell * 100 : cell);
        }
      }
    }
    for (const { value, compared } of totals) this.#addPair(value, compared, unit);
  }

  #addExplanation({ query, before, after, unit, comparedWith, byDimension, mix, factors }: Explanation): void {
    this.#addQuery({ type: "why", ...query });
    this.#addStretch(comparedWith);
    this.#addPair(after, before, unit);
    for (const { drivers, rest, explainedShare } of byDimension) {
      this.#addFigure(rest, unit);
      this.#values.add(explainedShare * 100);
      this.#values.add(drivers.length);
      for (const driver of drivers) {
        this.#addText(driver.label);
        this.#addPair(driver.after, driver.before, unit);
        this.#addFigure(driver.contribution, unit);
        if (after !== before) this.#values.add((driver.contribution / (after - before)) * 100);
      }
    }
    for (const part of mix === null ? [] : [mix.rate, mix.mix]) this.#addFigure(part, unit);
    for (const factor of factors) {
      for (const value of [factor.before, factor.after, factor.contribution])
        for (const as of ["count", unit] as const) this.#addFigure(value, as);
    }
  }

  /** Two numbers and what lies between them, also as a share. */
  #addPair(value: number | null, compared: number | null, unit: MetricUnit): void {
    for (const one of [value, compared]) if (one !== null) this.#addFigure(one, unit);
    if (value === null || compared === null) return;
    this.#addFigure(value - compared, unit);
    if (compared !== 0) this.#values.add(((value - compared) / compared) * 100);
  }

  #addFigure(value: number, unit: MetricUnit): void {
    if (unit === "money") this.#values.add(value / 100);
    else if (unit === "micro-usd") this.#values.add(value / microPerDollar);
    else if (unit === "ratio") this.#values.add(value * 100);
    else this.#values.add(value);
  }

  #addStretch({ from, to }: { from: string; to: string }): void {
    this.#addDay(from);
    this.#addDay(to);
    // Its last day is the one before it ends.
    const end = Date.parse(to.slice(0, 10));
    if (!Number.isNaN(end)) this.#addDay(new Date(end - dayMs).toISOString());
    const days = (end - Date.parse(from.slice(0, 10))) / dayMs;
    if (Number.isFinite(days)) this.#values.add(days);
  }

  #addDay(text: string): void {
    for (const part of text.slice(0, 16).split(/\D+/)) if (part !== "") this.#values.add(Number(part));
  }
}
