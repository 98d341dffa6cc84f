import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { type BatchingKind, batchingKinds } from "#app/domain/warehouse/waves/batching.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type BatchingChoice = { kind: BatchingKind; most: string };
/** What a trolley usually takes. */
const usualMost = { each: "", orders: "8", litres: "120" } as const satisfies Record<BatchingKind, string>;

type BatchingProps = { value: BatchingChoice; onChange: (value: BatchingChoice) => void; error: string | undefined };

/** One picker per order, or several orders on one walk. */
export function BatchingFields({ value: { kind, most }, onChange, error }: BatchingProps) {
  const { t } = useTranslation("waves");
  const choose = (name: string) => {
    const next = batchingKinds.find((one) => one === name) ?? "each";
    onChange({ kind: next, most: usualMost[next] });
  };
  return (
    <>
      <Field label={t("how")} name="batchingKind">
        <NativeSelect
          options={batchingKinds.map((one) => ({ value: one, label: t(`howKinds.${one}`) }))}
          value={kind}
          onChange={(event) => choose(event.target.value)}
        />
      </Field>
      {kind === "each" ? null : (
        <Field label={t(`most.${kind}`)} name="batchingMost" error={error}>
          <Input
            inputMode="numeric"
            maxLength={4}
            autoComplete="off"
            className="max-w-28"
            value={most}
            onChange={(event) => onChange({ kind, most: event.target.value })}
          />
        </Field>
      )}
    </>
  );
}
