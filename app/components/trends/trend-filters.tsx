import { Form, useSubmit } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { trendRegions } from "#app/domain/trends/ports.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type TrendFilter = { state: string; region: string | undefined; direction: string | undefined; own: boolean };

const shown = ["rising", "falling", "new"] as const;

/** Region, movement and closeness, in the address; without scripts a button sends them. */
export function TrendFilters({ state, region, direction, own }: TrendFilter) {
  const { t } = useTranslation("trends");
  const submit = useSubmit();
  const isHydrated = useHydrated();
  const regions = [
    { value: "", label: t("filters.everyRegion") },
    ...trendRegions.map((value) => ({ value, label: t(`regions.${value}`) })),
  ];
  const movements = [
    { value: "", label: t("filters.everyDirection") },
    ...shown.map((value) => ({ value, label: t(`directions.${value}`) })),
  ];
  return (
    <Form
      key={`${state}/${region}/${direction}/${own}`}
      method="get"
      aria-label={t("filters.label")}
      preventScrollReset
      onChange={(event) => void submit(event.currentTarget, { preventScrollReset: true })}
      className="flex flex-wrap items-end gap-3 border-b border-line px-5 py-3"
    >
      {state === "open" ? null : <input type="hidden" name="state" value={state} />}
      <label className="grid w-full gap-1 sm:w-52">
        <span className="text-sm text-muted">{t("filters.region")}</span>
        <NativeSelect name="region" options={regions} defaultValue={region ?? ""} />
      </label>
      <label className="grid w-full gap-1 sm:w-52">
        <span className="text-sm text-muted">{t("filters.direction")}</span>
        <NativeSelect name="direction" options={movements} defaultValue={direction ?? ""} />
      </label>
      <label className="flex min-h-9 items-center gap-2">
        <Checkbox name="own" value="true" defaultChecked={own} />
        {t("filters.own")}
      </label>
      {isHydrated ? null : <Button type="submit">{t("filters.show")}</Button>}
    </Form>
  );
}
