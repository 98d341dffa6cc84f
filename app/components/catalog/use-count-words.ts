import { useTranslation } from "#app/i18n/use-translation.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatNumber } from "#app/i18n/format.ts";

const bound = 1_000;

/** "312", or "1,000+" where nobody counted further. */
export function useCountWords(): (count: number) => string {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  return (count) => (count > bound ? t("capped", { shown: formatNumber(bound, locale) }) : formatNumber(count, locale));
}
