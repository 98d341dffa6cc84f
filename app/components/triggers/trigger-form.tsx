import type { ReactNode } from "react";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import type { Field as Asked } from "#app/domain/conditions.ts";
import type { Schedule } from "#app/domain/triggers/schedule.ts";
import type { Trigger } from "#app/domain/triggers/trigger-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ActionFields } from "./action-fields.tsx";
import { ConditionRows } from "./condition-rows.tsx";
import { useTriggerPhrases } from "./use-trigger-phrases.ts";

export type TriggerDraft = Pick<Trigger, "name" | "event" | "schedule" | "conditions" | "repeats" | "actions" | "mostPerHour">;
type TriggerFieldsProps = {
  draft: TriggerDraft;
  fields: readonly Asked[];
  agents: readonly string[];
  tools: readonly string[];
  timeZone: string;
  errors: Readonly<Record<string, string>>;
};

/** Everything a trigger consists of, as one form; it posts the same without scripts. */
export function TriggerFields({ draft, fields, agents, tools, timeZone, errors }: TriggerFieldsProps) {
  const { t } = useTranslation("triggers");
  const isClock = draft.event === "schedule";
  return (
    <div className="grid gap-7">
      <input type="hidden" name="event" value={draft.event} />
      <Field label={t("form.name")} name="name" required description={t("form.nameHint")} error={errors["name"]}>
        <Input className="max-w-96" maxLength={80} autoComplete="off" defaultValue={draft.name} />
      </Field>
      {isClock ? (
        <Part title={t("form.schedule")}>
          <ScheduleFields schedule={draft.schedule} timeZone={timeZone} errors={errors} />
        </Part>
      ) : null}
      <Part title={t("form.conditions")}>
        <ConditionRows set={draft.conditions} fields={fields} errors={errors} />
      </Part>
      {isClock ? null : (
        <Part title={t("form.repeats")} text={t("form.repeatsHint", { same: t(`sameOf.${draft.event}`) })}>
          <div className="flex flex-wrap gap-4">
            <Field label={t("form.times")} name="times" error={errors["repeats.times"]}>
              <Input inputMode="numeric" maxLength={3} className="max-w-28" autoComplete="off" defaultValue={draft.repeats?.times ?? ""} />
            </Field>
            <Field label={t("form.withinHours")} name="withinHours" error={errors["repeats.withinHours"]}>
              <Input
                inputMode="numeric"
                maxLength={3}
                className="max-w-28"
                autoComplete="off"
                defaultValue={draft.repeats?.withinHours ?? ""}
              />
            </Field>
          </div>
        </Part>
      )}
      <Part title={t("form.actions")}>
        <ActionFields actions={draft.actions} agents={agents} tools={tools} errors={errors} />
      </Part>
      <Field label={t("form.mostPerHour")} name="mostPerHour" error={errors["mostPerHour"]}>
        <Input inputMode="numeric" maxLength={4} className="max-w-28" autoComplete="off" defaultValue={draft.mostPerHour} />
      </Field>
    </div>
  );
}

function Part({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-3 border-t border-line pt-5">
      <legend className="float-left mb-2 w-full text-base font-semibold">{title}</legend>
      {text === undefined ? null : <p className="text-sm text-muted">{text}</p>}
      {children}
    </fieldset>
  );
}

type ScheduleFieldsProps = { schedule: Schedule | null; timeZone: string; errors: Readonly<Record<string, string>> };

function ScheduleFields({ schedule, timeZone, errors }: ScheduleFieldsProps) {
  const { t } = useTranslation("triggers");
  const { dayOf } = useTriggerPhrases();
  const byDay = schedule?.every === "day" ? schedule : undefined;
  const isInterval = schedule?.every === "interval";
  const error = errors["schedule"] ?? errors["schedule.days"];
  return (
    <div className="grid gap-4">
      <label className="flex items-center gap-2.5">
        <input type="radio" name="every" value="day" defaultChecked={!isInterval} /> {t("form.byDay")}
      </label>
      <fieldset className="flex flex-wrap gap-x-4 pl-6">
        <legend className="text-sm text-muted">{t("form.days")}</legend>
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <label key={day} className="flex min-h-9 items-center gap-2">
            <Checkbox name="days" value={day} defaultChecked={byDay?.days.includes(day) ?? day < 6} />
            {dayOf(day)}
          </label>
        ))}
      </fieldset>
      {error === undefined ? null : <p className="pl-6 text-sm text-wrong">{error}</p>}
      <Field
        className="pl-6"
        label={t("form.time")}
        name="time"
        description={t("form.timeHint", { timeZone })}
        error={errors["schedule.time"]}
      >
        <Input type="time" className="max-w-36" defaultValue={byDay?.time ?? "08:00"} />
      </Field>
      <label className="flex items-center gap-2.5">
        <input type="radio" name="every" value="interval" defaultChecked={isInterval} /> {t("form.byInterval")}
      </label>
      <Field className="pl-6" label={t("form.minutes")} name="minutes" error={errors["schedule.minutes"]}>
        <Input
          inputMode="numeric"
          maxLength={4}
          className="max-w-28"
          defaultValue={schedule?.every === "interval" ? schedule.minutes : 60}
        />
      </Field>
    </div>
  );
}
