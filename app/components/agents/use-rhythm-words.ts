import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatNumber } from "#app/i18n/format.ts";

const hour = 60;
const day = 24 * hour;

/** "15 minutes", "2 hours": a rhythm in the largest unit that leaves nothing over. */
export function useRhythmWords(): (minutes: number) => string {
  const locale = useLocale();
  return (minutes) => {
    const [unit, size] =
      minutes % day === 0 ? (["day", day] as const) : minutes % hour === 0 ? (["hour", hour] as const) : (["minute", 1] as const);
    return formatNumber(minutes / size, locale, { style: "unit", unit, unitDisplay: "long" });
  };
}
