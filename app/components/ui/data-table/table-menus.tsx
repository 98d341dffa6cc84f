import { ListFilter, SlidersHorizontal } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useNavigate } from "react-router";
import { Button } from "../button.tsx";
import { DropdownMenu, MenuCheckItem, MenuLabel, MenuRadioGroup, MenuSeparator, SubMenu } from "../dropdown-menu.tsx";
import { columnsHref, densityHref, filterHref, type TableState } from "./table-url.ts";
import type { DataTableColumn, TableFilter } from "./types.ts";

function useGo(): (href: string) => void {
  const navigate = useNavigate();
  return (href) => void navigate(href, { preventScrollReset: true, replace: true });
}

type FilterMenuProps = { state: TableState; params: URLSearchParams; filters: readonly TableFilter[] };

export function FilterMenu({ state, params, filters }: FilterMenuProps) {
  const { t } = useTranslation("ui");
  const trigger = (
    <Button size="sm" icon={<ListFilter aria-hidden />}>
      {t("table.addFilter")}
    </Button>
  );
  const [only] = filters;
  return (
    <DropdownMenu align="start" trigger={trigger}>
      {only && filters.length === 1 ? (
        <>
          <MenuLabel>{only.label}</MenuLabel>
          <FilterOptions filter={only} state={state} params={params} />
        </>
      ) : (
        filters.map((filter) => (
          <SubMenu key={filter.key} label={filter.label}>
            <FilterOptions filter={filter} state={state} params={params} />
          </SubMenu>
        ))
      )}
    </DropdownMenu>
  );
}

function FilterOptions({ filter, state, params }: { filter: TableFilter; state: TableState; params: URLSearchParams }) {
  const go = useGo();
  const chosen = state.filters[filter.key] ?? [];
  function toggle(value: string, isOn: boolean) {
    const others = filter.single ? [] : chosen.filter((other) => other !== value);
    go(filterHref(params, filter.key, isOn ? [...others, value] : others));
  }
  return filter.options.map((option) => (
    <MenuCheckItem key={option.value} checked={chosen.includes(option.value)} onCheckedChange={(isOn) => toggle(option.value, isOn)}>
      {option.label}
    </MenuCheckItem>
  ));
}

type ViewMenuProps = {
  state: TableState;
  params: URLSearchParams;
  columns: readonly Pick<DataTableColumn<never>, "id" | "header" | "hideable">[];
  shownIds: readonly string[];
};

export function ViewMenu({ state, params, columns, shownIds }: ViewMenuProps) {
  const { t } = useTranslation("ui");
  const go = useGo();
  const hideable = columns.filter((column) => column.hideable !== false);
  function toggle(id: string, isOn: boolean) {
    const next = columns.map((column) => column.id).filter((other) => (other === id ? isOn : shownIds.includes(other)));
    go(columnsHref(params, next));
  }
  return (
    <DropdownMenu trigger={<Button size="sm" variant="ghost" icon={<SlidersHorizontal aria-hidden />} aria-label={t("table.view")} />}>
      <MenuLabel>{t("table.columns")}</MenuLabel>
      {hideable.map((column) => (
        <MenuCheckItem key={column.id} checked={shownIds.includes(column.id)} onCheckedChange={(isOn) => toggle(column.id, isOn)}>
          {column.header}
        </MenuCheckItem>
      ))}
      <MenuSeparator />
      <MenuLabel>{t("table.density")}</MenuLabel>
      <MenuRadioGroup
        value={state.density}
        onValueChange={(next) => go(densityHref(params, next === "compact" ? "compact" : "comfortable"))}
        options={[
          { value: "comfortable", label: t("table.comfortable") },
          { value: "compact", label: t("table.compact") },
        ]}
      />
    </DropdownMenu>
  );
}
