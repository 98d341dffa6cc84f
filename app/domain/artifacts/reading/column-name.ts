import type { Locale } from "#app/i18n/locales.ts";
import type { MetricColumn } from "../../metrics/result.ts";
import { wordsOf } from "../../metrics/words/words.ts";

/** What stands above a column. What no catalogue names comes with the texts of who shows it. */
export function columnName(column: MetricColumn, locale: Locale, texts: { compared: string; change: string; currency: string }): string {
  const words = wordsOf(locale);
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
  switch (column.kind) {
    case "dimension":
      return capital(words.dimensions[column.dimension].name);
    case "time":
      return capital(words.grains[column.grain].name);
    case "value":
      return column.key === "compared" ? texts.compared : words.metrics[column.metric].name;
    case "change":
      return texts.change;
    case "currency":
      return texts.currency;
    default:
      return column satisfies never;
  }
}
