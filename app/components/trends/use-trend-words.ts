import { useLocale } from "#app/components/ui/use-locale.ts";
import { trendRegions, trendSources } from "#app/domain/trends/ports.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Regions, sources and days as people read them; one of a newer version is shown as it is. */
export function useTrendWords() {
  const { t } = useTranslation("trends");
  const locale = useLocale();
  return {
    regionOf: (region: string) => {
      const known = trendRegions.find((one) => one === region);
      return known === undefined ? region : t(`regions.${known}`);
    },
    sourceOf: (source: string) => {
      const known = trendSources.find((one) => one === source);
      return known === undefined ? source : t(`sources.${known}`);
    },
    /** Days of sources are UTC days. */
    dayOf: (day: string) => formatDateTime(Date.parse(day), { locale, timeZone: "UTC", style: "date" }),
  };
}
