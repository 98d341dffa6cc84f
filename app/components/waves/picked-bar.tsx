import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** How much of what was set aside is picked. */
export function PickedBar({ units, picked }: { units: number; picked: number }) {
  const { t } = useTranslation("waves");
  const locale = useLocale();
  const share = units === 0 ? 0 : Math.min(1, picked / units);
  return (
    <span className="grid min-w-32 gap-1">
      <span className="text-sm">
        {t("pickedOf", { count: units, picked: formatNumber(picked, locale), units: formatNumber(units, locale) })}
      </span>
      <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-sunken">
        <span className={share === 1 ? "block h-full bg-ok" : "block h-full bg-accent"} style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  );
}
