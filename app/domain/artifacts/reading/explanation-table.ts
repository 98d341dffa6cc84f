import type { Locale } from "#app/i18n/locales.ts";
import type { Explanation } from "../../metrics/result.ts";
import { valueWord, wordsOf } from "../../metrics/words/words.ts";
import { formatFigure } from "./format-figure.ts";
import type { ReportTable } from "./report-table.ts";

export type WhyTexts = { part: string; compared: string; now: string; contribution: string; rest: string; sum: string };

const mostDrivers = 8;

/** What moved a number, by what tells most: the parts, what is left, and their sum. */
export function explanationTable(explanation: Explanation, locale: Locale, texts: WhyTexts): ReportTable | undefined {
  const { byDimension, unit, currency, before, after } = explanation;
  const [most] = byDimension;
  if (most === undefined) return undefined;
  const write = (value: number) => formatFigure(value, { unit, currency }, locale);
  const shown = most.drivers.slice(0, mostDrivers);
  const left = most.drivers.slice(mostDrivers).reduce((sum, one) => sum + one.contribution, most.rest);
  const name = wordsOf(locale).dimensions[most.dimension].name;
  return {
    columns: [
      { label: `${texts.part} (${name})`, isFigure: false },
      { label: texts.compared, isFigure: true },
      { label: texts.now, isFigure: true },
      { label: texts.contribution, isFigure: true },
    ],
    rows: [
      ...shown.map((one) => [
        valueWord(locale, most.dimension, one.id) ?? one.label,
        write(one.before),
        write(one.after),
        write(one.contribution),
      ]),
      ...(left === 0 ? [] : [[texts.rest, "", "", write(left)]]),
    ],
    totals: [[texts.sum, write(before), write(after), write(after - before)]],
  };
}
