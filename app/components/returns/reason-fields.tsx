import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { returnReasons } from "#app/domain/warehouse/returns/states.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Why goods come back, and with which parcel. */
export function ReasonFields({ fields }: { fields: Record<string, string> }) {
  const { t } = useTranslation("returns");
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field label={t("reason")} name="reason" error={fields["reason"]}>
        <NativeSelect options={returnReasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))} />
      </Field>
      <Field label={t("tracking")} name="trackingCode" optional error={fields["trackingCode"]}>
        <Input mono maxLength={60} autoComplete="off" spellCheck={false} />
      </Field>
      <Field label={t("note")} name="note" optional error={fields["note"]} className="sm:col-span-2">
        <Input maxLength={300} autoComplete="off" />
      </Field>
    </div>
  );
}
