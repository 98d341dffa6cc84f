import { MoreHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { Button, LinkButton } from "../button.tsx";
import { Checkbox } from "../checkbox.tsx";
import { cn } from "../cn.ts";
import { DropdownMenu } from "../dropdown-menu.tsx";
import { EmptyState } from "../empty-state.tsx";
import { InlineAlert } from "../inline-alert.tsx";
import { Skeleton } from "../skeleton.tsx";
import { Td, Tr } from "../table.tsx";
import { clearedHref } from "./table-url.ts";
import type { DataTableColumn, DataTableProps } from "./types.ts";

type BodyRow<Row> = { id: string; data: Row; isSelected: boolean; toggle: (event: unknown) => void };
type TableBodyProps<Row> = Pick<DataTableProps<Row>, "rowLabel" | "rowTo" | "renderRowActions" | "onRetry" | "empty"> & {
  status: "ready" | "loading" | "failed";
  rows: readonly BodyRow<Row>[];
  shown: readonly DataTableColumn<Row>[];
  isSelectable: boolean;
  isFiltered: boolean;
  params: URLSearchParams;
  filterKeys: readonly string[];
};

export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { status, rows, shown, isSelectable, renderRowActions } = props;
  const span = shown.length + (isSelectable ? 1 : 0) + (renderRowActions ? 1 : 0);
  if (status === "loading") return <SkeletonRows columns={shown.length + (renderRowActions ? 1 : 0)} />;
  if (status === "failed") return <WholeRow span={span}>{<Failure onRetry={props.onRetry} />}</WholeRow>;
  if (rows.length === 0) {
    return (
      <WholeRow span={span}>
        <Nothing isFiltered={props.isFiltered} clearTo={clearedHref(props.params, props.filterKeys)} empty={props.empty} />
      </WholeRow>
    );
  }
  return (
    <tbody>
      {rows.map((row) => (
        <BodyRowView key={row.id} row={row} {...props} />
      ))}
    </tbody>
  );
}

function BodyRowView<Row>({ row, shown, isSelectable, rowLabel, rowTo, renderRowActions }: TableBodyProps<Row> & { row: BodyRow<Row> }) {
  const { t } = useTranslation("ui");
  const name = rowLabel(row.data);
  const to = rowTo?.(row.data);
  return (
    <Tr className={cn("relative", row.isSelected && "bg-accent-soft/50")}>
      {isSelectable ? (
        <Td className="w-px pr-0">
          <Checkbox
            aria-label={t("table.selectRow", { row: name })}
            checked={row.isSelected}
            onChange={row.toggle}
            className="z-1 align-middle"
          />
        </Td>
      ) : null}
      {shown.map((column, index) => (
        <Td key={column.id} align={column.align ?? "start"} className={cn(column.wideOnly && "max-md:hidden")}>
          {index === 0 && to !== undefined ? (
            <Link to={to} preventScrollReset className="font-semibold after:absolute after:inset-0 hover:underline">
              {column.render(row.data)}
            </Link>
          ) : (
            column.render(row.data)
          )}
        </Td>
      ))}
      {renderRowActions ? (
        <Td className="w-px text-right">
          <DropdownMenu
            trigger={
              <Button
                variant="ghost"
                size="icon-sm"
                className="relative z-1"
                aria-label={t("table.rowActions", { row: name })}
                icon={<MoreHorizontal aria-hidden />}
              />
            }
          >
            {renderRowActions(row.data)}
          </DropdownMenu>
        </Td>
      ) : null}
    </Tr>
  );
}

function WholeRow({ span, children }: { span: number; children: ReactNode }) {
  return (
    <tbody>
      <tr>
        <td colSpan={span} className="h-auto! p-5!">
          {children}
        </td>
      </tr>
    </tbody>
  );
}

function Failure({ onRetry }: { onRetry: (() => void) | undefined }) {
  const { t } = useTranslation(["ui", "common"]);
  return (
    <InlineAlert
      tone="wrong"
      title={t("table.failed")}
      action={onRetry ? <Button onClick={onRetry}>{t("retry", { ns: "common" })}</Button> : null}
    >
      {t("table.failedBody")}
    </InlineAlert>
  );
}

function Nothing({ isFiltered, clearTo, empty }: { isFiltered: boolean; clearTo: string; empty: ReactNode }) {
  const { t } = useTranslation("ui");
  if (isFiltered) return <EmptyState title={t("table.noMatch")} action={<LinkButton to={clearTo}>{t("table.clearFilters")}</LinkButton>} />;
  return empty ?? <EmptyState title={t("table.empty")} />;
}

const skeletonWidths = ["w-40", "w-24", "w-32", "w-20", "w-28", "w-36"];

function SkeletonRows({ columns }: { columns: number }) {
  const { t } = useTranslation("ui");
  const cells = Array.from({ length: columns }, (_, index) => index);
  return (
    <tbody aria-busy="true">
      {skeletonWidths.map((_, row) => (
        <tr key={skeletonWidths[row]}>
          {cells.map((column) => (
            <Td key={column}>
              {row === 0 && column === 0 ? <span className="sr-only">{t("table.loading")}</span> : null}
              <Skeleton className={cn("max-w-full", skeletonWidths[(row + column) % skeletonWidths.length])} />
            </Td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
