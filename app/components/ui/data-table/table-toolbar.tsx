import { Search, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Form, Link } from "react-router";
import { Button } from "../button.tsx";
import { Input } from "../input.tsx";
import { FilterMenu, ViewMenu } from "./table-menus.tsx";
import { clearedHref, filterHref, type TableState } from "./table-url.ts";
import type { DataTableColumn, Selection, TableFilter } from "./types.ts";

type TableToolbarProps = {
  state: TableState;
  params: URLSearchParams;
  filters: readonly TableFilter[];
  columns: readonly Pick<DataTableColumn<never>, "id" | "header" | "hideable">[];
  shownIds: readonly string[];
  searchable: boolean;
  selection: Selection;
  bulkActions: ReactNode;
  extra: ReactNode;
};

export function TableToolbar(props: TableToolbarProps) {
  const { state, params, filters, searchable, selection, bulkActions, extra } = props;
  if (selection.ids.length > 0) return <BulkBar selection={selection}>{bulkActions}</BulkBar>;
  return (
    <div className="flex min-h-13 flex-wrap items-center gap-2 border-b border-line px-5 py-2">
      {searchable ? <SearchBox params={params} query={state.query} /> : null}
      {filters.length > 0 ? <FilterMenu state={state} params={params} filters={filters} /> : null}
      <FilterChips state={state} params={params} filters={filters} />
      <div className="ml-auto flex items-center gap-2">
        {extra}
        <ViewMenu state={state} params={params} columns={props.columns} shownIds={props.shownIds} />
      </div>
    </div>
  );
}

function BulkBar({ selection, children }: { selection: Selection; children: ReactNode }) {
  const { t } = useTranslation("ui");
  return (
    <div className="flex min-h-13 flex-wrap items-center gap-2 border-b border-line bg-accent-soft px-5 py-2">
      <output className="font-semibold">{t("table.selected", { count: selection.ids.length })}</output>
      <Button variant="ghost" size="sm" onClick={selection.clear}>
        {t("table.clearSelection")}
      </Button>
      <div className="ml-auto flex flex-wrap gap-2">{children}</div>
    </div>
  );
}

function SearchBox({ params, query }: { params: URLSearchParams; query: string }) {
  const { t } = useTranslation("ui");
  const kept = [...params].filter(([key]) => key !== "q" && key !== "cursor");
  return (
    <search className="w-full sm:w-60">
      <Form method="get" preventScrollReset>
        {kept.map(([key, value]) => (
          <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
        ))}
        <Input
          key={query}
          type="search"
          name="q"
          defaultValue={query}
          aria-label={t("table.search")}
          placeholder={t("table.search")}
          icon={<Search />}
          className="h-8"
        />
      </Form>
    </search>
  );
}

function FilterChips({ state, params, filters }: Pick<TableToolbarProps, "state" | "params" | "filters">) {
  const { t } = useTranslation("ui");
  const chips = filters.flatMap((filter) => {
    const chosen = state.filters[filter.key] ?? [];
    return chosen.map((value) => ({
      id: `${filter.key}=${value}`,
      label: `${filter.label}: ${filter.options.find((option) => option.value === value)?.label ?? value}`,
      to: filterHref(
        params,
        filter.key,
        chosen.filter((other) => other !== value),
      ),
    }));
  });
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t("table.filters")} className="flex flex-wrap items-center gap-1.5">
      {chips.map((chip) => (
        <li key={chip.id}>
          <Link
            to={chip.to}
            preventScrollReset
            aria-label={t("table.removeFilter", { label: chip.label })}
            className="inline-flex h-7 items-center gap-1.5 rounded-full border border-line-strong bg-sunken pr-2 pl-3 hover:border-ink pointer-coarse:h-10"
          >
            {chip.label}
            <X aria-hidden className="size-3.5 text-faint" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          to={clearedHref(
            params,
            filters.map((filter) => filter.key),
          )}
          preventScrollReset
          className="px-1.5 text-accent underline underline-offset-4"
        >
          {t("table.clearFilters")}
        </Link>
      </li>
    </ul>
  );
}
