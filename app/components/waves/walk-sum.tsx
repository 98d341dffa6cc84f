import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** How far a wave is to walk, beside one walk an order. */
export function WalkSum({ metres, single }: { metres: number | null; single: number | null }) {
  const { t } = useTranslation("waves");
  const locale = useLocale();
  const number = (value: number) => formatNumber(Math.round(value), locale);
  if (metres === null || single === null) return t("unknownLength");
  if (Math.round(metres) >= Math.round(single)) return t("savesNothing", { metres: number(metres) });
  const percent = formatPercent(1 - metres / single, locale, 0);
  return t("saves", { metres: number(metres), single: number(single), percent });
}
