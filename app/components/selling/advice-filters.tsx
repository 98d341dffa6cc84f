import { useTranslation } from "#app/i18n/use-translation.ts";
import { Form, useSubmit } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { type RuleGroup, ruleGroups } from "#app/domain/selling/rules/rule.ts";

type AdviceFiltersProps = {
  state: string;
  group: RuleGroup | undefined;
  channelId: string;
  channels: readonly { id: string; name: string }[];
};

/** Kind and channel, in the address; without scripts a button sends them. */
export function AdviceFilters({ state, group, channelId, channels }: AdviceFiltersProps) {
  const { t } = useTranslation("advice");
  const submit = useSubmit();
  const isHydrated = useHydrated();
  const groups = [{ value: "", label: t("filters.all") }, ...ruleGroups.map((value) => ({ value, label: t(`groups.${value}`) }))];
  const names = [{ value: "", label: t("filters.allChannels") }, ...channels.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <Form
      key={`${state}/${group}/${channelId}`}
      method="get"
      aria-label={t("filters.label")}
      preventScrollReset
      onChange={(event) => void submit(event.currentTarget, { preventScrollReset: true })}
      className="flex flex-wrap items-end gap-3 border-b border-line px-5 py-3"
    >
      {state === "open" ? null : <input type="hidden" name="state" value={state} />}
      <label className="grid w-full gap-1 sm:w-52">
        <span className="text-sm text-muted">{t("filters.group")}</span>
        <NativeSelect name="group" options={groups} defaultValue={group ?? ""} />
      </label>
      {channels.length > 1 || channelId !== "" ? (
        <label className="grid w-full gap-1 sm:w-52">
          <span className="text-sm text-muted">{t("filters.channel")}</span>
          <NativeSelect name="channel" options={names} defaultValue={channelId} />
        </label>
      ) : null}
      {isHydrated ? null : <Button type="submit">{t("filters.show")}</Button>}
    </Form>
  );
}
