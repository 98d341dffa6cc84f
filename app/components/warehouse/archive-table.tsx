import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ArchivedEventRow } from "#app/domain/warehouse/open-archive.server.ts";
import { formatDateTime, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type ArchiveTableProps = { events: readonly ArchivedEventRow[]; isSearchOver: boolean };

/** What happened, the newest first, by the names that things have today. */
export function ArchiveTable({ events, isSearchOver }: ArchiveTableProps) {
  const { t } = useTranslation("archive");
  const locale = useLocale();
  const { timeZone } = usePageClock();
  if (events.length === 0) {
    return <EmptyState title={t("noMatch")}>{t(isSearchOver ? "noMatchText" : "noMatchYet")}</EmptyState>;
  }
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th align="end">{t("seq")}</Th>
          <Th>{t("at")}</Th>
          <Th className="max-sm:hidden">{t("by")}</Th>
          <Th>{t("kinds.bins")}</Th>
          <Th className="max-sm:hidden">{t("kinds.skus")}</Th>
          <Th className="max-md:hidden">{t("others")}</Th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <Tr key={`${event.seq} ${event.commandId}`}>
            <Td align="end">{formatNumber(event.seq, locale)}</Td>
            <Td className="sm:whitespace-nowrap">
              {formatDateTime(event.at, { locale, timeZone })}
              <span className="block sm:hidden">
                <Who by={event.by} />
              </span>
            </Td>
            <Td className="max-sm:hidden">
              <Who by={event.by} />
            </Td>
            <Td>
              <Codes all={event.bins} />
              <span className="block sm:hidden">
                <Codes all={event.skus} />
              </span>
            </Td>
            <Td className="max-sm:hidden">
              <Codes all={event.skus} />
            </Td>
            <Td className="max-md:hidden">
              <Codes all={[...event.tasks, ...event.demands]} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Who({ by }: Pick<ArchivedEventRow, "by">) {
  const { t } = useTranslation("archive");
  if (by === null) return <span className="text-faint">{t("byUnknown")}</span>;
  return by.name === by.id ? <span className="font-mono text-sm break-words">{by.id}</span> : by.name;
}

const shown = 4;

function Codes({ all }: { all: readonly string[] }) {
  const { t } = useTranslation("archive");
  if (all.length === 0) return <span className="text-faint">–</span>;
  const more = all.length - shown;
  return (
    <span className="font-mono text-sm break-words" title={all.join(", ")}>
      {all.slice(0, shown).join(", ")}
      {more > 0 ? <span className="text-muted"> {t("more", { count: more })}</span> : null}
    </span>
  );
}
