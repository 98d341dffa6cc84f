import { useKnownText } from "#app/components/agents/use-known-text.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { AnalysisPoint, PointEvidence } from "#app/domain/listing-analysis/result.ts";
import { formatMoney, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const moneyRefs = new Set(["price", "contribution", "contribution-at", "suggested-price", "price-to-win"]);

/** What points and their evidence say, with the figures as people read them. */
export function useAnalysisWords(currency: string) {
  const { t } = useTranslation("analysis");
  const locale = useLocale();
  const known = useKnownText();
  const show = (name: string, value: string | number) => {
    if (typeof value === "string") return value;
    return name.endsWith("Cents") ? formatMoney(value, currency, locale) : formatNumber(value, locale, { maximumFractionDigits: 2 });
  };
  return {
    says: ({ rule, text, facts }: AnalysisPoint): string => {
      if (rule === null) return text ?? "";
      const values = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, show(name, value)]));
      return known("analysis", `points.${rule}.says`, values) ?? t("unknownPoint");
    },
    help: ({ rule }: AnalysisPoint): string | undefined => (rule === null ? undefined : known("analysis", `points.${rule}.help`)),
    refName: ({ kind, ref }: PointEvidence): string | undefined =>
      kind === "review" || kind === "question" ? undefined : (known("analysis", `refs.${ref}`) ?? (kind === "vendor" ? undefined : ref)),
    quote: ({ ref, quote }: PointEvidence): string =>
      moneyRefs.has(ref) && /^-?\d+$/.test(quote) ? formatMoney(Number(quote), currency, locale) : quote,
    money: (cents: number) => formatMoney(cents, currency, locale),
  };
}
