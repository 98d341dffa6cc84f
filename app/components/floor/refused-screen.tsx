import type { ReactNode } from "react";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { QueueEntry } from "#app/domain/warehouse/floor/queue.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { ownTimeZone } from "./own-time-zone.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { floorTaskKinds } from "#app/domain/warehouse/floor/flow-state.ts";
import { mainButtonClass } from "./floor-classes.ts";
import { FloorPage } from "./floor-frame.tsx";
import { useReasonText } from "./use-reason-text.ts";

type RefusedProps = { entries: readonly QueueEntry[]; bar: ReactNode; onClear: (id: string) => void };

/** What was done and could not be booked. Nothing else is shown until each has been seen. */
export function RefusedScreen({ entries, bar, onClear }: RefusedProps) {
  const { t } = useTranslation("floor");
  const locale = useLocale();
  const reasonText = useReasonText();
  const timeZone = ownTimeZone();
  return (
    <FloorPage title={t("refused.title", { count: entries.length })} bar={bar}>
      <p>{t("refused.text")}</p>
      <ul className="grid gap-6">
        {entries.map((entry) => {
          const kind = floorTaskKinds.find((one) => one === entry.about.kind);
          return (
            <li key={entry.id} className="grid gap-3 rounded border-2 border-watch p-4">
              <p className="font-semibold">
                {kind === undefined ? entry.about.kind : t(`kinds.${kind}`)} · <span className="font-mono">{entry.about.bin}</span>
              </p>
              <p>
                {entry.about.item} {entry.about.qty > 0 ? `× ${entry.about.qty}` : ""}
              </p>
              <p>{reasonText(entry.reason)}</p>
              <p className="text-muted">
                {t("refused.by", { name: entry.personName, time: formatDateTime(entry.clientTimeMs, { locale, timeZone }) })}
              </p>
              <button type="button" className={mainButtonClass} onClick={() => onClear(entry.id)}>
                {t("refused.clear")}
              </button>
            </li>
          );
        })}
      </ul>
    </FloorPage>
  );
}
