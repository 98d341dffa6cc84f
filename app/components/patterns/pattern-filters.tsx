import { Form, useSubmit } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { foundKinds } from "#app/domain/patterns/kinds.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type PatternFilter = { period: string; start: string; kind: string | undefined; state: string | undefined };

/** Kind and state, in the address; without scripts a button sends them. */
export function PatternFilters({ period, start, kind, state }: PatternFilter) {
  const { t } = useTranslation("patterns");
  const submit = useSubmit();
  const isHydrated = useHydrated();
  const kinds = [{ value: "", label: t("filters.everyKind") }, ...foundKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))];
  const states = [
    { value: "", label: t("filters.current") },
    { value: "pinned", label: t("filters.pinned") },
    { value: "dismissed", label: t("filters.dismissed") },
  ];
  return (
    <Form
      key={`${period}/${start}/${kind}/${state}`}
      method="get"
      aria-label={t("filters.label")}
      preventScrollReset
      onChange={(event) => void submit(event.currentTarget, { preventScrollReset: true })}
      className="flex flex-wrap items-end gap-3 border-b border-line px-5 py-3"
    >
      <input type="hidden" name="period" value={period} />
      <input type="hidden" name="start" value={start} />
      <label className="grid w-full gap-1 sm:w-52">
        <span className="text-sm text-muted">{t("filters.kind")}</span>
        <NativeSelect name="kind" options={kinds} defaultValue={kind ?? ""} />
      </label>
      <label className="grid w-full gap-1 sm:w-52">
        <span className="text-sm text-muted">{t("filters.state")}</span>
        <NativeSelect name="state" options={states} defaultValue={state ?? ""} />
      </label>
      {isHydrated ? null : <Button type="submit">{t("filters.show")}</Button>}
    </Form>
  );
}
