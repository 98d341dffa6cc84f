import { Archive, ArchiveRestore, Download, Plus } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher, useNavigate, useSearchParams } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { Badge } from "#app/components/ui/badge.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { DataTable } from "#app/components/ui/data-table/data-table.tsx";
import { withParams } from "#app/components/ui/data-table/list-address.ts";
import type { DataTableColumn, Selection, TableFilter } from "#app/components/ui/data-table/types.ts";
import { MenuItem, MenuLink } from "#app/components/ui/dropdown-menu.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ProductRow } from "#app/domain/catalog/list-products.server.ts";
import type { Page } from "#app/domain/paging.ts";
import { formatMoney, formatNumber } from "#app/i18n/format.ts";
import { ProductSheet } from "./product-sheet.tsx";
import { Thumbnail } from "./thumbnail.tsx";
import { type ArchiveAnswer, useArchive } from "./use-archive.ts";

type ProductsTableProps = { page: Page<ProductRow>; isLoading: boolean };

export function ProductsTable({ page, isLoading }: ProductsTableProps) {
  const { t } = useTranslation("catalog");
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const { actions } = useConsole();
  const mayWrite = actions.includes("catalog:write");
  const archiving = useFetcher<ArchiveAnswer>();
  const archive = useArchive(archiving);
  const go = (to: string) => void navigate(to, { preventScrollReset: true, replace: true });
  const bulk = (selection: Selection) => (
    <BulkArchive
      isArchived={query.get("state") === "archived"}
      isBusy={archiving.state !== "idle"}
      archive={(isArchived) => {
        archive(selection.ids, isArchived);
        selection.clear();
      }}
    />
  );
  return (
    <>
      <DataTable
        label={t("list")}
        columns={useColumns()}
        rows={page.data}
        rowId={(row) => row.id}
        rowLabel={(row) => row.title}
        rowTo={(row) => withParams(query, { open: row.id })}
        renderRowActions={(row) => (
          <>
            <MenuLink to={`/catalog/${row.id}`}>{t("open")}</MenuLink>
            {mayWrite ? (
              <MenuItem onSelect={() => archive([row.id], row.archivedAt === null)}>
                {t(row.archivedAt === null ? "archive" : "restore")}
              </MenuItem>
            ) : null}
          </>
        )}
        {...(mayWrite ? { renderBulkActions: bulk } : {})}
        filters={useFilters()}
        searchable
        status={isLoading ? "loading" : "ready"}
        page={{ nextCursor: page.nextCursor }}
        toolbar={
          <LinkButton size="sm" to={`/catalog/export?${query.toString()}`} reloadDocument icon={<Download aria-hidden />}>
            {t("export")}
          </LinkButton>
        }
        empty={<Teaching mayWrite={mayWrite} mayConnect={actions.includes("channels:write")} />}
      />
      <ProductSheet id={query.get("open")} close={() => go(withParams(query, { open: undefined }))} />
    </>
  );
}

type BulkArchiveProps = { isArchived: boolean; isBusy: boolean; archive: (isArchived: boolean) => void };

function BulkArchive({ isArchived, isBusy, archive }: BulkArchiveProps) {
  const { t } = useTranslation("catalog");
  const Icon = isArchived ? ArchiveRestore : Archive;
  return (
    <Button size="sm" icon={<Icon aria-hidden />} loading={isBusy} onClick={() => archive(!isArchived)}>
      {t(isArchived ? "restore" : "archive")}
    </Button>
  );
}

function useColumns(): DataTableColumn<ProductRow>[] {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  return [
    {
      id: "title",
      header: t("product"),
      hideable: false,
      sortable: true,
      render: (row) => (
        <span className="flex min-w-48 items-center gap-3">
          <Thumbnail url={row.imageUrl} />
          <span className="min-w-0">
            {row.title} {row.archivedAt === null ? null : <Badge>{t("archived")}</Badge>}
            {row.brand === null ? null : <span className="block text-sm font-normal text-muted">{row.brand}</span>}
          </span>
        </span>
      ),
    },
    {
      id: "skus",
      header: t("skus"),
      render: ({ variants }) => (
        <span className="whitespace-nowrap">
          {variants.slice(0, 1).map((variant) => (
            <CodeTag key={variant.id} value={variant.sku} className="max-w-40 truncate" />
          ))}
          {variants.length > 1 ? <span className="ml-1.5 text-faint">{t("moreSkus", { count: variants.length - 1 })}</span> : null}
        </span>
      ),
    },
    { id: "cost", header: t("cost"), align: "end", sortable: true, wideOnly: true, render: (row) => <Costs row={row} /> },
    {
      id: "stock",
      header: t("stock"),
      align: "end",
      sortable: true,
      render: ({ variants }) =>
        formatNumber(
          variants.reduce((sum, variant) => sum + variant.stock, 0),
          locale,
        ),
    },
    {
      id: "listings",
      header: t("offers"),
      sortable: true,
      wideOnly: true,
      render: ({ listings }) =>
        listings.length === 0 ? (
          <span className="text-faint">{t("notOffered")}</span>
        ) : (
          listings.map(({ channel, count }) => (count === 1 ? channel : `${channel} (${count})`)).join(", ")
        ),
    },
    {
      id: "updated",
      header: t("updated"),
      sortable: true,
      wideOnly: true,
      hiddenByDefault: true,
      render: (row) => <RelativeTime ms={row.updatedAt} />,
    },
  ];
}

/** The cheapest to the dearest SKU. */
function Costs({ row: { variants } }: { row: ProductRow }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const known = variants.flatMap(({ costCents, currency }) => (costCents === null ? [] : [{ costCents, currency }]));
  const sorted = known.toSorted((a, b) => a.costCents - b.costCents);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return <span className="text-faint">{t("noCost")}</span>;
  const low = formatMoney(first.costCents, first.currency, locale);
  return first.costCents === last.costCents ? low : `${low} – ${formatMoney(last.costCents, last.currency, locale)}`;
}

function useFilters(): TableFilter[] {
  const { t } = useTranslation("catalog");
  return [
    {
      key: "lacks",
      label: t("filters.lacks"),
      single: true,
      options: (["listing", "cost", "stock"] as const).map((value) => ({ value, label: t(`filters.${value}`) })),
    },
    { key: "state", label: t("filters.state"), single: true, options: [{ value: "archived", label: t("filters.archived") }] },
  ];
}

function Teaching({ mayWrite, mayConnect }: { mayWrite: boolean; mayConnect: boolean }) {
  const { t } = useTranslation("catalog");
  return (
    <EmptyState
      title={t("emptyTitle")}
      picture={<EmptyShelf />}
      action={
        <>
          {mayConnect ? (
            <LinkButton to="/channels" variant="primary">
              {t("emptyConnect")}
            </LinkButton>
          ) : null}
          {mayWrite ? (
            <LinkButton to="/catalog/new" icon={<Plus aria-hidden />}>
              {t("new")}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {t("emptyText")}
    </EmptyState>
  );
}
