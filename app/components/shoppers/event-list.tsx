import { DateTime } from "#app/components/ui/time.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useShopperWords } from "./use-shopper-words.ts";

export type ShownEvent = { id: string; at: number; type: string; words: string };

/** What happened, one below the other, each at its second. Words of the page are only ever text. */
export function EventList({ events, label, more = 0 }: { events: readonly ShownEvent[]; label: string; more?: number }) {
  const { t } = useTranslation("shoppers");
  const { eventOf, timeOf } = useShopperWords();
  const startedAt = events[0]?.at ?? 0;
  return (
    <>
      <ol aria-label={label}>
        {events.map(({ id, at, type, words }) => (
          <li
            key={id}
            id={id}
            className="grid gap-x-4 gap-y-0.5 border-b border-line px-5 py-2.5 last:border-b-0 target:bg-sunken sm:grid-cols-[9.5rem_12rem_minmax(0,1fr)]"
          >
            <span className="flex flex-wrap gap-x-2 text-sm text-muted tabular-nums">
              <DateTime ms={at} show="time" />
              {at > startedAt ? <span>+{timeOf(at - startedAt)}</span> : null}
            </span>
            <span className="font-medium">{eventOf(type)}</span>
            <span className="text-sm wrap-anywhere text-muted">{words}</span>
          </li>
        ))}
      </ol>
      {more > 0 ? <p className="border-t border-line px-5 py-3 text-sm text-muted">{t("sessions.more", { count: more })}</p> : null}
    </>
  );
}
