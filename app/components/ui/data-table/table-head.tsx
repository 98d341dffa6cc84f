import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { Checkbox } from "../checkbox.tsx";
import { cn } from "../cn.ts";
import { Th } from "../table.tsx";
import { nextSort, sortHref, type TableSort } from "./table-url.ts";
import type { DataTableColumn } from "./types.ts";

type HeadColumn = Pick<DataTableColumn<never>, "id" | "header" | "align" | "sortable" | "wideOnly">;
type TableHeadProps = {
  columns: readonly HeadColumn[];
  sort: TableSort | undefined;
  params: URLSearchParams;
  hasActions: boolean;
  selectAll: { isAll: boolean; isSome: boolean; toggle: () => void } | undefined;
};

export function TableHead({ columns, sort, params, hasActions, selectAll }: TableHeadProps) {
  const { t } = useTranslation("ui");
  return (
    <thead>
      <tr>
        {selectAll ? (
          <Th className="w-px pr-0">
            <Checkbox
              aria-label={t("table.selectAll")}
              checked={selectAll.isAll}
              indeterminate={selectAll.isSome && !selectAll.isAll}
              onChange={selectAll.toggle}
              className="align-middle"
            />
          </Th>
        ) : null}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} params={params} />
        ))}
        {hasActions ? (
          <Th className="w-px">
            <span className="sr-only">{t("table.view")}</span>
          </Th>
        ) : null}
      </tr>
    </thead>
  );
}

const directionWords = { true: "descending", false: "ascending" } as const;

function HeadCell({ column, sort, params }: { column: HeadColumn; sort: TableSort | undefined; params: URLSearchParams }) {
  const { t } = useTranslation("ui");
  const isSorted = sort?.column === column.id;
  const direction = isSorted ? directionWords[`${sort.isDescending}`] : "none";
  const next = nextSort(sort, column.id);
  const nextWord = next?.isDescending ? "table.sortDescending" : "table.sortAscending";
  const SortedIcon = sort?.isDescending ? ArrowDown : ArrowUp;
  const Icon = isSorted ? SortedIcon : ChevronsUpDown;
  return (
    <Th
      align={column.align ?? "start"}
      className={cn(column.wideOnly && "max-md:hidden")}
      {...(column.sortable ? { "aria-sort": direction } : {})}
    >
      {column.sortable ? (
        <Link
          to={sortHref(params, next)}
          preventScrollReset
          title={t(next ? nextWord : "table.sortNone", { column: column.header })}
          className={cn("-mx-1 inline-flex items-center gap-1 rounded-xs px-1 hover:text-ink", isSorted && "text-ink")}
        >
          {column.header}
          <Icon aria-hidden className={cn("size-3.5", isSorted ? "text-accent" : "text-faint")} />
        </Link>
      ) : (
        column.header
      )}
    </Th>
  );
}
