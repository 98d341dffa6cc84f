import { columnVisibilityFeature, rowSelectionFeature, type RowSelectionState, tableFeatures, useTable } from "@tanstack/react-table";
import { useMemo, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useSearchParams } from "react-router";
import { formatNumber } from "#app/i18n/format.ts";
import { Card } from "../card.tsx";
import { Pagination } from "../pagination.tsx";
import { useLocale } from "../use-locale.ts";
import { TableBody } from "./table-body.tsx";
import { TableHead } from "./table-head.tsx";
import { Table } from "../table.tsx";
import { TableToolbar } from "./table-toolbar.tsx";
import { cursorHref, readTableState } from "./table-url.ts";
import type { DataTableProps, TableFilter } from "./types.ts";

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });
const noFilters: readonly TableFilter[] = [];

/** A list whose sorting, filters, page, columns and density are in the address; the loader reads them with `readTableState`. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, filters = noFilters, status = "ready", page } = props;
  const [params] = useSearchParams();
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const filterKeys = filters.map((filter) => filter.key);
  const state = readTableState(params, { sortable: columns.filter((column) => column.sortable).map((column) => column.id), filterKeys });
  const shownIds = state.columns ?? columns.filter((column) => !column.hiddenByDefault).map((column) => column.id);
  const isShown = (column: (typeof columns)[number]) => column.hideable === false || shownIds.includes(column.id);
  const definitions = useMemo(
    () => columns.map((column) => ({ id: column.id, accessorFn: (row: Row) => row, header: column.header })),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    enableRowSelection: props.renderBulkActions !== undefined,
    state: { columnVisibility: Object.fromEntries(columns.map((column) => [column.id, isShown(column)])), rowSelection },
    onRowSelectionChange: setRowSelection,
  });
  const shown = table.getVisibleLeafColumns().flatMap(({ id }) => columns.filter((column) => column.id === id));
  const tableRows = table.getRowModel().rows;
  const selection = { ids: tableRows.filter((row) => row.getIsSelected()).map((row) => row.id), clear: () => setRowSelection({}) };
  const isFiltered = state.query !== "" || Object.values(state.filters).some((values) => values.length > 0);
  const isEmpty = rows.length === 0 && state.cursor === undefined && !page?.nextCursor;
  const isSelectable = props.renderBulkActions !== undefined && status === "ready" && rows.length > 0;

  return (
    <Card className="overflow-clip">
      <TableToolbar
        state={state}
        params={params}
        filters={filters}
        columns={columns}
        shownIds={shown.map((column) => column.id)}
        searchable={props.searchable ?? false}
        selection={selection}
        bulkActions={props.renderBulkActions?.(selection)}
        extra={props.toolbar}
      />
      <Table label={label} maxHeight="page" className={state.density === "compact" ? "[&_td]:h-8 [&_td]:py-0.5" : "[&_td]:h-12"}>
        <caption className="sr-only">{label}</caption>
        <TableHead
          columns={shown}
          sort={state.sort}
          params={params}
          hasActions={props.renderRowActions !== undefined}
          selectAll={
            isSelectable
              ? {
                  isAll: table.getIsAllRowsSelected(),
                  isSome: selection.ids.length > 0,
                  toggle: () => table.toggleAllRowsSelected(selection.ids.length === 0),
                }
              : undefined
          }
        />
        <TableBody
          {...props}
          status={status}
          shown={shown}
          rows={tableRows.map((row) => ({
            id: row.id,
            data: row.original,
            isSelected: row.getIsSelected(),
            toggle: row.getToggleSelectedHandler(),
          }))}
          isSelectable={isSelectable}
          isFiltered={isFiltered}
          params={params}
          filterKeys={filterKeys}
        />
      </Table>
      {page && !isEmpty ? <TableFoot page={page} params={params} isFirstPage={state.cursor === undefined} rowCount={rows.length} /> : null}
    </Card>
  );
}

type TableFootProps = {
  page: NonNullable<DataTableProps<object>["page"]>;
  params: URLSearchParams;
  isFirstPage: boolean;
  rowCount: number;
};

function TableFoot({ page, params, isFirstPage, rowCount }: TableFootProps) {
  const { t } = useTranslation("ui");
  const locale = useLocale();
  const hasPrevious = Boolean(page.previousCursor);
  const previousTo = hasPrevious ? cursorHref(params, page.previousCursor ?? undefined) : cursorHref(params, undefined);
  const count = page.total ?? rowCount;
  return (
    <footer className="border-t border-line px-5 py-2.5">
      <Pagination
        previousTo={isFirstPage ? undefined : previousTo}
        previousIsFirst={!hasPrevious}
        nextTo={page.nextCursor ? cursorHref(params, page.nextCursor) : undefined}
        summary={t("pagination.rows", { count, shown: formatNumber(count, locale) })}
      />
    </footer>
  );
}
