import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { clock } from "./use-pattern-words.ts";

const weekdays = ["0", "1", "2", "3", "4", "5", "6"] as const;
const allHours = Array.from({ length: 24 }, (_, hour) => hour);
/** Hours that have their number written above. */
const named = 6;

/** The hours of the week, the darker the more come: a table whose cells are read out as numbers. */
export function HourGrid({ hours }: { hours: readonly number[] }) {
  const { t } = useTranslation("patterns");
  const { timeZone } = usePageClock();
  const most = Math.max(1, ...hours);
  const top = hours.indexOf(most);
  // Days that were not counted, or on which nobody came, would be empty lines.
  const shown = weekdays.filter((_weekday, place) => hours.slice(place * 24, place * 24 + 24).some((count) => count > 0));
  const when = top === -1 ? undefined : `${t(`shortDays.${weekdays[Math.floor(top / 24)] ?? "0"}`)} ${clock(top % 24)}`;
  return (
    <Card>
      <CardHeader title={t("hours.title")} description={t("hours.lead", { timeZone })} />
      <CardBody className="grid gap-2">
        <table className="w-full table-fixed border-separate border-spacing-px text-xs tabular-nums">
          <caption className="sr-only">{t("hours.title")}</caption>
          <thead>
            <tr>
              <th scope="col" className="w-9 text-left font-normal">
                <span className="sr-only">{t("hours.weekday")}</span>
              </th>
              {allHours.map((hour) => (
                <th key={hour} scope="col" className="text-left font-normal whitespace-nowrap text-muted">
                  {hour % named === 0 ? <span className="block w-0">{hour}</span> : <span className="sr-only">{hour}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((weekday) => (
              <tr key={weekday}>
                <th scope="row" className="text-left font-normal text-muted">
                  {t(`shortDays.${weekday}`)}
                </th>
                {allHours.map((hour) => {
                  const count = hours[Number(weekday) * 24 + hour] ?? 0;
                  const label = `${t(`shortDays.${weekday}`)} ${clock(hour)}: ${t("hours.cell", { count })}`;
                  return (
                    <td key={hour} title={label} className="h-5 rounded-xs bg-sunken p-0">
                      <span aria-hidden className="block h-full rounded-xs bg-info" style={{ opacity: count / most }} />
                      <span className="sr-only">{count}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {when === undefined ? null : <p className="text-sm text-muted">{t("hours.most", { when, count: most })}</p>}
      </CardBody>
    </Card>
  );
}
