import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { type LabelMedium, isLabelMedium, labelMedia, labelMediumNames } from "#app/domain/warehouse/labels/media.ts";
import { symbologies } from "#app/domain/warehouse/labels/lay-out.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LabelChoice } from "./label-dialog.tsx";

/** Paper, code, copies and printer. */
export function LabelFields({ choice, change }: { choice: LabelChoice; change: (choice: LabelChoice) => void }) {
  const { t } = useTranslation("labels");
  const { medium, symbology, dpi, copies } = choice;
  const { sheet }: LabelMedium = labelMedia[medium];
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field label={t("medium")}>
        <NativeSelect
          value={medium}
          options={labelMediumNames.map((name) => ({ value: name, label: t(`media.${name}`) }))}
          onChange={({ target }) => {
            if (isLabelMedium(target.value)) change({ ...choice, medium: target.value });
          }}
        />
      </Field>
      <Field label={t("symbology")}>
        <NativeSelect
          value={symbology}
          options={symbologies.map((name) => ({ value: name, label: t(`symbologies.${name}`) }))}
          onChange={({ target }) => change({ ...choice, symbology: target.value === "qr" ? "qr" : "code128" })}
        />
      </Field>
      <Field label={t("copies")}>
        <Input
          type="number"
          min={1}
          max={1_000}
          defaultValue={copies}
          onChange={({ target }) => change({ ...choice, copies: Math.trunc(target.valueAsNumber) })}
        />
      </Field>
      {sheet === null ? (
        <Field label={t("dpi")}>
          <NativeSelect
            value={String(dpi)}
            options={(["203", "300"] as const).map((name) => ({ value: name, label: t(`dpis.${name}`) }))}
            onChange={({ target }) => change({ ...choice, dpi: target.value === "300" ? 300 : 203 })}
          />
        </Field>
      ) : null}
    </div>
  );
}
