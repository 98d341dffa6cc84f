import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { BinView } from "#party/warehouse-zone/protocol.ts";
import type { ZoneForm } from "./use-zone-form.tsx";

type LineFormProps = { intent: "move" | "adjust"; form: ZoneForm; binId: string; line: BinView["lines"][number]; close: () => void };

const reasons = ["lost", "found", "damaged", "correction"] as const;

/** Moves or corrects what lies in a bin. The zone names a field as part of its command. */
export function LineForm({ intent, form, binId, line, close }: LineFormProps) {
  const { t } = useTranslation(["warehouse", "common"]);
  const { fetcher, hidden, fields, error } = form;
  const { sku, lot, plate, status } = line;
  const known = Object.entries({ binId, sku, lot, plate, status });
  return (
    <fetcher.Form method="post" noValidate className="grid gap-4 border-t border-line pt-3 sm:grid-cols-2">
      {hidden}
      {known.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {error === undefined ? null : <InlineAlert tone="wrong" title={error} className="sm:col-span-2" />}
      {intent === "move" ? (
        <>
          <Field label={t("toBin")} name="toBin" required error={fields["toBin"]}>
            <Input mono maxLength={20} autoFocus autoComplete="off" spellCheck={false} />
          </Field>
          <Field label={t("qty")} name="qty" required error={fields["qty"]}>
            <Input inputMode="numeric" maxLength={8} defaultValue={line.qty - line.reserved} autoComplete="off" />
          </Field>
        </>
      ) : (
        <>
          <Field label={t("delta")} name="delta" required description={t("deltaHint")} error={fields["delta"]}>
            <Input maxLength={8} autoFocus autoComplete="off" />
          </Field>
          <Field label={t("reason")} name="reason" error={fields["reason"]}>
            <NativeSelect options={reasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))} />
          </Field>
        </>
      )}
      <div className="flex flex-wrap gap-2 sm:col-span-2">
        <Button type="submit" variant="primary" size="sm" loading={fetcher.state !== "idle"}>
          {t(intent === "move" ? "move" : "correct")}
        </Button>
        <Button type="button" variant="ghost" size="sm" onClick={close}>
          {t("cancel", { ns: "common" })}
        </Button>
      </div>
    </fetcher.Form>
  );
}
