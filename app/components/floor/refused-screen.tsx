import type { ReactNode } from "react";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { QueueEntry } from "#app/domain/warehouse/floor/queue.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { ownTimeZone } from "./own-time-zone.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { floorTaskKinds } from "#app/domain/warehouse/floor/flow-state.ts";
import { binClass, mainButtonClass } from "./floor-classes.ts";
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
          const { id, about, personName, clientTimeMs } = entry;
          const kind = floorTaskKinds.find((one) => one === about.kind);
          const work = kind === undefined ? about.kind : t(`kinds.${kind}`);
          return (
            <li key={id} className="grid gap-3 rounded border-2 border-watch p-4">
              <h2 className="grid gap-2 font-semibold">
                {work} <span className={binClass}>{about.bin}</span>
              </h2>
              <Said about={about} />
              <p className="font-semibold">{reasonText(entry.reason)}</p>
              <p>{t(`refused.now.${whatNow(about)}`, { bin: about.bin })}</p>
              <p>{t("refused.by", { name: personName, time: formatDateTime(clientTimeMs, { locale, timeZone }) })}</p>
              <button
                type="button"
                className={mainButtonClass}
                aria-label={`${t("refused.clear")}: ${work}, ${about.bin}`}
                onClick={() => onClear(id)}
              >
                {t("refused.clear")}
              </button>
            </li>
          );
        })}
      </ul>
    </FloorPage>
  );
}

type About = QueueEntry["about"];

/** Goods that were carried lie elsewhere than the books say by now; what was only said costs nothing but saying it again. */
function whatNow({ kind, qty }: About): "again" | "picked" | "carried" {
  if (kind === "count" || qty === 0) return "again";
  return kind === "pick" ? "picked" : "carried";
}

/** What the person entered, who has to find it again on the shelf. */
function Said({ about: { item, qty, counted } }: { about: About }) {
  const { t } = useTranslation("floor");
  if (counted === undefined) return <p>{[item, qty > 0 ? t("tasks.units", { count: qty }) : ""].filter(Boolean).join(" · ")}</p>;
  if (counted.length === 0) return <p>{t("flow.nothing")}</p>;
  return (
    <ul aria-label={t("flow.counted")} className="grid gap-2">
      {counted.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- what was sent does not change any more, and may name goods twice.
        <li key={index}>
          {line.item} · {t("tasks.units", { count: line.qty })}
        </li>
      ))}
    </ul>
  );
}
