import type { Answered } from "#app/domain/metrics/answer.ts";
import type { MetricUnit } from "#app/domain/metrics/kinds.ts";
import type { Explanation, MetricResult } from "#app/domain/metrics/result.ts";

/** More rows than this nobody puts into sentences; the person sees all of them. */
const mostRows = 40;
const mostDrivers = 8;

/** What was counted, in the units people speak in: a model that has to shift decimal points gets them wrong. */
export function figuresForModels({ query, answer, result, explanation, found, rows }: Answered): Record<string, unknown> {
  return {
    understoodAs: query,
    sentence: answer,
    ...(result === null ? {} : tableOf(result)),
    ...(explanation === null ? {} : { explanation: reasonsOf(explanation) }),
    ...(found.length === 0 ? {} : { found }),
    ...(result === null && explanation === null && found.length === 0 ? { rows: rows.slice(0, mostRows) } : {}),
  };
}

function tableOf({ columns, rows, totals, comparedWith, isCut }: MetricResult) {
  const unit = columns.flatMap((column) => (column.kind === "value" ? [column.unit] : []))[0] ?? "count";
  const kinds = new Map<string, string>(columns.map(({ key, kind }) => [key, kind]));
  return {
    unit: spokenUnit(unit),
    rows: rows.slice(0, mostRows).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, cell]) => {
          if (typeof cell !== "number") return [key, cell];
          return [key, kinds.get(key) === "change" ? `${rounded(cell * 100)}%` : spoken(cell, unit)];
        }),
      ),
    ),
    rowsInAll: isCut ? `more than ${rows.length}` : rows.length,
    totals: totals.map(({ currency, value, compared }) => ({ currency, value: spoken(value, unit), compared: spoken(compared, unit) })),
    comparedWith,
  };
}

function reasonsOf({ before, after, unit, currency, comparedWith, byDimension, mix, factors }: Explanation) {
  const say = (value: number) => spoken(value, unit);
  return {
    unit: spokenUnit(unit),
    currency,
    before: say(before),
    after: say(after),
    difference: say(after - before),
    comparedWith,
    byDimension: byDimension.map(({ dimension, drivers, rest, explainedShare }) => ({
      dimension,
      explained: `${rounded(explainedShare * 100)}%`,
      drivers: drivers.slice(0, mostDrivers).map((driver) => ({
        label: driver.label,
        before: say(driver.before),
        after: say(driver.after),
        contribution: say(driver.contribution),
      })),
      rest: say(rest),
    })),
    ...(mix === null ? {} : { fromPartsThemselves: say(mix.rate), fromTheirWeights: say(mix.mix) }),
    factors: factors.map((factor) => ({ metric: factor.metric, contribution: say(factor.contribution) })),
  };
}

function spokenUnit(unit: MetricUnit): string {
  if (unit === "money") return "money in whole currency units";
  if (unit === "ratio") return "percent";
  return unit === "micro-usd" ? "US dollars" : unit;
}

function spoken(value: number | null, unit: MetricUnit): number | null {
  if (value === null) return null;
  if (unit === "money") return value / 100;
  if (unit === "ratio") return rounded(value * 100);
  return unit === "micro-usd" ? value / 1_000_000 : rounded(value);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
