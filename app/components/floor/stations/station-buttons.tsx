import { PackagePlus } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { sideButtonClass } from "../floor-classes.ts";
import { type StationName, stationNames } from "./station.ts";

const icons = { receive: PackagePlus } as const satisfies Record<StationName, unknown>;

/** What else is done on a tablet than the tasks of the list. */
export function StationButtons({ onStation }: { onStation: (name: StationName) => void }) {
  const { t } = useTranslation("floor");
  return (
    <nav aria-label={t("stations.title")} className="grid grid-cols-2 gap-4">
      {stationNames.map((name) => {
        const Icon = icons[name];
        return (
          <button key={name} type="button" className={sideButtonClass} onClick={() => onStation(name)}>
            <Icon aria-hidden className="size-8 shrink-0" />
            {t(`stations.${name}`)}
          </button>
        );
      })}
    </nav>
  );
}
