import { ConditionRows } from "#app/components/triggers/condition-rows.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import type { Field as Asked } from "#app/domain/conditions.ts";
import type { Policy } from "#app/domain/agents/policies/policy-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type PolicyFieldsProps = {
  draft: Pick<Policy, "name" | "conditions" | "mostPerDay">;
  fields: readonly Asked[];
  errors: Readonly<Record<string, string>>;
};

export function PolicyFields({ draft, fields, errors }: PolicyFieldsProps) {
  const { t } = useTranslation("triggers");
  return (
    <div className="grid gap-5">
      <Field label={t("policies.name")} name="name" required description={t("policies.nameHint")} error={errors["name"]}>
        <Input className="max-w-96" maxLength={80} autoComplete="off" defaultValue={draft.name} />
      </Field>
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-semibold">{t("policies.when")}</legend>
        {errors["conditions"] === undefined ? null : <p className="text-sm text-wrong">{errors["conditions"]}</p>}
        <ConditionRows set={draft.conditions} fields={fields} errors={errors} />
      </fieldset>
      <Field label={t("policies.mostPerDay")} name="mostPerDay" error={errors["mostPerDay"]}>
        <Input inputMode="numeric" maxLength={4} className="max-w-28" autoComplete="off" defaultValue={draft.mostPerDay} />
      </Field>
    </div>
  );
}
