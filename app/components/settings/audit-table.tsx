import { ScrollText } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useNavigate, useSearchParams } from "react-router";
import { LinkButton } from "#app/components/ui/button.tsx";
import { DataTable } from "#app/components/ui/data-table/data-table.tsx";
import { withParams } from "#app/components/ui/data-table/list-address.ts";
import type { DataTableColumn, TableFilter } from "#app/components/ui/data-table/types.ts";
import { useOpenedRow } from "#app/components/ui/data-table/use-opened-row.ts";
import { DateRangePicker } from "#app/components/ui/date-range-picker.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { auditActions } from "#app/domain/audit/actions.ts";
import type { AuditRow } from "#app/domain/audit/list-audit.server.ts";
import type { Page } from "#app/domain/paging.ts";
import { isDay } from "#app/platform/zoned-days.ts";
import { AuditSheet } from "./audit-sheet.tsx";
import { AuditExportMenu } from "./audit-export-menu.tsx";
import { useAuditWords } from "./use-audit-words.ts";

type Person = { id: string; name: string };
type AuditTableProps = { page: Page<AuditRow>; people: Person[]; today: string; isLoading: boolean };

export function AuditTable({ page, people, today, isLoading }: AuditTableProps) {
  const { t } = useTranslation("settings");
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const { actionName, actorName } = useAuditWords();
  const entryId = useOpenedRow("/settings/audit", "entry");
  const opened = page.data.find((row) => row.id === entryId);
  const range = { from: query.get("from") ?? "", to: query.get("to") ?? "" };
  const hasRange = isDay(range.from) && isDay(range.to);

  const href = (changes: Record<string, string | undefined>) => withParams(query, changes);
  const go = (to: string) => void navigate(to, { preventScrollReset: true, replace: true });
  const columns: DataTableColumn<AuditRow>[] = [
    {
      id: "action",
      header: t("audit.action"),
      hideable: false,
      render: (row) => (
        <>
          {actionName(row.action)}
          <span className="block font-normal text-muted md:hidden">{actorName(row)}</span>
        </>
      ),
    },
    {
      id: "subject",
      header: t("audit.subject"),
      render: (row) => <span className="break-words max-md:break-all">{row.subjectLabel}</span>,
    },
    { id: "actor", header: t("audit.actor"), render: actorName, wideOnly: true },
    { id: "when", header: t("audit.when"), render: (row) => <RelativeTime ms={row.at} className="md:whitespace-nowrap" /> },
    {
      id: "from",
      header: t("audit.from"),
      render: (row) => <span className="font-mono text-xs">{row.ipAddress}</span>,
      wideOnly: true,
      hiddenByDefault: true,
    },
  ];
  return (
    <>
      <DataTable
        label={t("audit.list")}
        columns={columns}
        rows={page.data}
        rowId={(row) => row.id}
        rowLabel={(row) => `${actionName(row.action)}, ${row.subjectLabel}`}
        rowTo={(row) => href({ entry: row.id })}
        filters={useFilters(page.data, people)}
        searchable
        status={isLoading ? "loading" : "ready"}
        page={{ nextCursor: page.nextCursor }}
        toolbar={
          <>
            <DateRangePicker
              value={hasRange ? range : undefined}
              today={today}
              onChange={(days) => go(href({ from: days?.from, to: days?.to, cursor: undefined, entry: undefined }))}
            />
            <AuditExportMenu />
          </>
        }
        empty={hasRange ? <NoDays to={href({ from: undefined, to: undefined })} /> : <Teaching />}
      />
      <AuditSheet
        row={opened}
        close={() => go(href({ entry: undefined }))}
        onlyBy={(actorId) => href({ actor: actorId, entry: undefined, cursor: undefined })}
      />
    </>
  );
}

/** Everybody who may be found: today's members, and whoever else is in the rows on screen. */
function useFilters(rows: readonly AuditRow[], people: readonly Person[]): TableFilter[] {
  const { t } = useTranslation("settings");
  const { actionName, actorName } = useAuditWords();
  const actors = new Map(rows.map((row) => [row.actorId, actorName(row)]));
  for (const person of people) actors.set(person.id, person.name);
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label);
  return [
    {
      key: "action",
      label: t("audit.action"),
      single: true,
      options: auditActions.map((value) => ({ value, label: actionName(value) })).toSorted(byLabel),
    },
    {
      key: "actor",
      label: t("audit.actor"),
      single: true,
      options: [...actors].map(([value, label]) => ({ value, label })).toSorted(byLabel),
    },
  ];
}

function NoDays({ to }: { to: string }) {
  const { t } = useTranslation("settings");
  return <EmptyState title={t("audit.noDays")} action={<LinkButton to={to}>{t("audit.clearDays")}</LinkButton>} />;
}

function Teaching() {
  const { t } = useTranslation("settings");
  return (
    <EmptyState title={t("audit.emptyTitle")} picture={<ScrollText aria-hidden className="mx-auto size-10" />}>
      {t("audit.emptyText")}
    </EmptyState>
  );
}
