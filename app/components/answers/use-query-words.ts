import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatFigure } from "#app/domain/artifacts/reading/format-figure.ts";
import { formatStretch } from "#app/domain/artifacts/reading/format-wall-time.ts";
import { catalogue } from "#app/domain/metrics/catalogue.ts";
import type { DimensionId, Grain } from "#app/domain/metrics/kinds.ts";
import type { MetricFilter, MetricQuery, Rolling, When } from "#app/domain/metrics/schemas.ts";
import { valueWord, wordsOf } from "#app/domain/metrics/words/words.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { plainLabel } from "./plain-label.ts";

const shownValues = 2;

/** The parts of a query as people say them. */
export function useQueryWords() {
  const { t } = useTranslation("answers");
  const locale = useLocale();
  const words = wordsOf(locale);
  const dimension = (id: DimensionId) => words.dimensions[id].name;
  const grain = (id: Grain) => words.grains[id].by;

  /** Values that are ours have a word in each language; names of things are what they are. */
  const nameOf = (of: DimensionId, value: string, label: string) => valueWord(locale, of, value) ?? label;
  const valueOf = ({ dimension: of, values, labels }: MetricFilter, index: number) =>
    plainLabel(nameOf(of, values[index] ?? "", labels[index] ?? values[index] ?? ""), 40);
  function filter(one: MetricFilter): string {
    const named = one.values.slice(0, shownValues).map((_value, index) => valueOf(one, index));
    const more = one.values.length - named.length;
    const values = [...named, ...(more > 0 ? [t("query.more", { count: more })] : [])].join(", ");
    return t(one.isNot ? "query.isNot" : "query.is", { dimension: dimension(one.dimension), values });
  }
  function rollingText({ kind, count, unit, includesCurrent }: Rolling): string {
    if (kind === "this") return t(`rolling.this.${unit}`);
    const text = t(`rolling.${kind}.${unit}`, { count });
    return includesCurrent ? t("rolling.soFar", { stretch: text }) : text;
  }
  function when(one: When | null): { name: string; dates: string | undefined } {
    if (one === null) return { name: t("query.now"), dates: undefined };
    const dates = formatStretch(one, locale);
    return one.rolling === null ? { name: dates, dates: undefined } : { name: rollingText(one.rolling), dates };
  }
  function having({ metric, having: range }: MetricQuery): string {
    const of = { unit: catalogue[metric].unit, currency: null };
    const write = (value: number) => formatFigure(value, of, locale);
    return [
      ...(range?.atLeast === undefined ? [] : [t("query.atLeast", { value: write(range.atLeast) })]),
      ...(range?.atMost === undefined ? [] : [t("query.atMost", { value: write(range.atMost) })]),
    ].join(", ");
  }
  const splits = ({ by, grain: of }: MetricQuery) =>
    [...by.map((one) => t("query.by", { name: dimension(one) })), ...(of === null ? [] : [grain(of)])].join(", ");
  return { metric: words.metrics, dimension, grain, nameOf, filter, valueOf, when, rollingText, having, splits };
}
