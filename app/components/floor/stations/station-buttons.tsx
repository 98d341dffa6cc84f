import { ClipboardCheck, Layers, PackageCheck, PackagePlus } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { sideButtonClass } from "../floor-classes.ts";
import { type StationName, stationNames } from "./station.ts";

const icons = { receive: PackagePlus, pack: PackageCheck, plates: Layers, approve: ClipboardCheck } as const satisfies Record<
  StationName,
  unknown
>;

type StationButtonsProps = { waiting: number; mayDecide: boolean; onStation: (name: StationName) => void };

/** What else is done on a tablet than the tasks of the list. Approvals are offered where any wait, or to who decides them. */
export function StationButtons({ waiting, mayDecide, onStation }: StationButtonsProps) {
  const { t } = useTranslation("floor");
  const offered = stationNames.filter((name) => name !== "approve" || waiting > 0 || mayDecide);
  return (
    <nav aria-label={t("stations.title")} className="grid gap-4 sm:grid-cols-2">
      {offered.map((name) => {
        const Icon = icons[name];
        return (
          <button key={name} type="button" className={sideButtonClass} onClick={() => onStation(name)}>
            <Icon aria-hidden className="size-8 shrink-0" />
            {t(`stations.${name}`)}
            {name === "approve" && waiting > 0 ? <span className="font-mono">{waiting}</span> : null}
          </button>
        );
      })}
    </nav>
  );
}
