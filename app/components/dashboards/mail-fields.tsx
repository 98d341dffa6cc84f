import { useState } from "react";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { frequencies } from "#app/domain/artifacts/kinds.ts";
import type { Rhythm } from "#app/domain/artifacts/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type MailFieldsProps = {
  rhythm: Rhythm;
  timeZone: string;
  members: readonly { id: string; name: string }[];
  chosen: readonly string[];
  /** Its reader is its owner alone. */
  isPrivate: boolean;
  errors: Readonly<Record<string, string>>;
};

const hours = Array.from({ length: 24 }, (_one, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, "0")}:00` }));
const days = Array.from({ length: 31 }, (_one, index) => ({ value: String(index + 1), label: String(index + 1) }));

/** When a mail comes, and to whom. */
export function MailFields({ rhythm, timeZone, members, chosen, isPrivate, errors }: MailFieldsProps) {
  const { t } = useTranslation("dashboards");
  const [every, setEvery] = useState<string>(rhythm.every);
  const weekdays = Object.values(t("mail.weekdays", { returnObjects: true }));
  return (
    <div className="grid gap-5">
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Field label={t("mail.every")} name="every" error={errors["rhythm.every"] ?? errors["rhythm"]}>
          <NativeSelect
            value={every}
            onChange={(event) => setEvery(event.target.value)}
            options={frequencies.map((value) => ({ value, label: t(`mail.rhythms.${value}`) }))}
          />
        </Field>
        {every === "weekly" ? (
          <Field label={t("mail.weekday")} name="weekday" error={errors["rhythm.weekday"]}>
            <NativeSelect
              defaultValue={String(rhythm.every === "weekly" ? rhythm.weekday : 1)}
              options={weekdays.map((label, index) => ({ value: String(index + 1), label }))}
            />
          </Field>
        ) : null}
        {every === "monthly" ? (
          <Field label={t("mail.day")} name="day" description={t("mail.dayHint")} error={errors["rhythm.day"]}>
            <NativeSelect defaultValue={String(rhythm.every === "monthly" ? rhythm.day : 1)} options={days} />
          </Field>
        ) : null}
        <Field label={t("mail.hour")} name="hour" description={t("mail.hourHint", { timeZone })} error={errors["rhythm.hour"]}>
          <NativeSelect defaultValue={String(rhythm.hour)} options={hours} />
        </Field>
      </div>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold">{t("mail.recipients")}</legend>
        <div className="flex flex-wrap gap-x-5">
          {members.map(({ id, name }) => (
            <label key={id} className="flex min-h-9 items-center gap-2">
              <Checkbox name="recipients" value={id} defaultChecked={chosen.includes(id)} />
              <bdi>{name}</bdi>
            </label>
          ))}
        </div>
        {isPrivate ? <p className="text-sm text-muted">{t("mail.privateHint")}</p> : null}
        {errors["recipients"] === undefined ? null : <p className="text-sm font-medium text-wrong">{errors["recipients"]}</p>}
      </fieldset>
    </div>
  );
}
