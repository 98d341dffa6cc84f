import { Form, useSubmit } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { shownDays, type ShopperFilter } from "./shopper-filter.ts";

type Choice = { value: string; label: string };
type ShopperFiltersProps = {
  filter: ShopperFilter;
  sites: readonly { id: string; name: string }[];
  /** What happened and by what it was seen: interactions have them, visits do not. */
  kinds?: readonly Choice[];
  sources?: readonly Choice[];
  devices: readonly Choice[];
};

/** Two beside each other on a phone: what is looked for is not to begin below the fold. */
const width = "grid min-w-0 gap-1 sm:w-44";

/** In the address, so that a list can be sent to somebody; without scripts a button sends them. */
export function ShopperFilters({ filter, sites, kinds, sources, devices }: ShopperFiltersProps) {
  const { t } = useTranslation("shoppers");
  const submit = useSubmit();
  const isHydrated = useHydrated();
  const every = (label: string, choices: readonly Choice[]) => [{ value: "", label }, ...choices];
  const periods = shownDays.map((days) => ({ value: String(days), label: t("filters.lastDays", { count: days }) }));
  return (
    <Form
      key={JSON.stringify(filter)}
      method="get"
      aria-label={t("filters.label")}
      preventScrollReset
      onChange={(event) => void submit(event.currentTarget, { preventScrollReset: true })}
      className="grid grid-cols-2 items-end gap-3 border-b border-line px-5 py-3 sm:flex sm:flex-wrap"
    >
      {filter.productId === undefined ? null : <input type="hidden" name="product" value={filter.productId} />}
      {filter.visitorKey === undefined ? null : <input type="hidden" name="visitor" value={filter.visitorKey} />}
      {filter.tag === undefined ? null : <input type="hidden" name="tag" value={filter.tag} />}
      {kinds === undefined ? null : <SearchField value={filter.q} />}
      {kinds === undefined ? null : (
        <Select name="kind" label={t("filters.kind")} value={filter.kind} options={every(t("filters.everyKind"), kinds)} />
      )}
      <Select name="days" label={t("filters.days")} value={filter.days} options={every(t("filters.everyDay"), periods)} />
      <Select
        name="site"
        label={t("filters.site")}
        value={filter.siteId}
        options={every(
          t("filters.everySite"),
          sites.map(({ id, name }) => ({ value: id, label: name })),
        )}
      />
      <Select name="device" label={t("filters.device")} value={filter.device} options={every(t("filters.everyDevice"), devices)} />
      {sources === undefined ? null : (
        <Select name="source" label={t("filters.source")} value={filter.source} options={every(t("filters.everySource"), sources)} />
      )}
      <label className="col-span-2 flex min-h-9 items-center gap-2">
        <Checkbox name="bots" value="true" defaultChecked={filter.bots} />
        {t("filters.bots")}
      </label>
      {isHydrated ? null : <Button type="submit">{t("filters.show")}</Button>}
    </Form>
  );
}

/** Sent with Enter, not with every letter: what is looked for may be a whole sentence. */
function SearchField({ value }: { value: string | undefined }) {
  const { t } = useTranslation("shoppers");
  return (
    <label className="col-span-2 grid gap-1 sm:w-72">
      <span className="text-sm text-muted">{t("filters.search")}</span>
      <Input
        type="search"
        name="q"
        maxLength={200}
        defaultValue={value ?? ""}
        placeholder={t("filters.searchExample")}
        onChange={(event) => event.stopPropagation()}
      />
    </label>
  );
}

function Select({ name, label, value, options }: { name: string; label: string; value: string | undefined; options: Choice[] }) {
  return (
    <label className={width}>
      <span className="text-sm text-muted">{label}</span>
      <NativeSelect name={name} options={options} defaultValue={value ?? ""} />
    </label>
  );
}
