import { Grid3x3 } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { binKinds } from "#app/domain/warehouse/bin.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useZoneForm } from "./use-zone-form.tsx";

const numbers = { aisles: 4, bays: 10, levels: 3 } as const;

/** Bins by a rule: so many aisles, bays and levels, and how their codes are made. */
export function LayOutDialog({ isFirst = false }: { isFirst?: boolean }) {
  const { t } = useTranslation("warehouse");
  const [isOpen, setIsOpen] = useState(false);
  const button = (
    <Button icon={<Grid3x3 aria-hidden />} variant={isFirst ? "primary" : "secondary"}>
      {t("layOut")}
    </Button>
  );
  return (
    <Dialog trigger={button} open={isOpen} onOpenChange={setIsOpen} title={t("layOut")} description={t("layOutText")}>
      {isOpen ? <LayOutForm close={() => setIsOpen(false)} /> : null}
    </Dialog>
  );
}

function LayOutForm({ close }: { close: () => void }) {
  const { t } = useTranslation("warehouse");
  const { fetcher, hidden, fields, error } = useZoneForm("lay-out", close);
  return (
    <fetcher.Form method="post" noValidate className="grid gap-5 sm:grid-cols-3">
      {hidden}
      {error !== undefined && Object.keys(fields).length === 0 ? (
        <InlineAlert tone="wrong" title={error} className="sm:col-span-3" />
      ) : null}
      {(["aisles", "bays", "levels"] as const).map((name) => (
        <Field key={name} label={t(name)} name={name} required error={fields[name] ?? fields[`${name}.to`]}>
          <Input inputMode="numeric" maxLength={3} defaultValue={numbers[name]} autoComplete="off" />
        </Field>
      ))}
      <Field label={t("kind")} name="kind" error={fields["kind"]} className="sm:col-span-2">
        <NativeSelect options={binKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} defaultValue="pick" />
      </Field>
      <Field label={t("capacity")} name="capacityUnits" optional error={fields["capacityUnits"]}>
        <Input inputMode="numeric" maxLength={8} autoComplete="off" />
      </Field>
      <Field
        label={t("format")}
        name="format"
        description={t("formatHint")}
        error={fields["format"] ?? fields["form"]}
        className="sm:col-span-3"
      >
        <Input mono maxLength={80} defaultValue="{zone}-{aisle:2}-{bay:2}-{level}" autoComplete="off" spellCheck={false} />
      </Field>
      <Button type="submit" variant="primary" className="sm:col-span-3" loading={fetcher.state !== "idle"}>
        {t("layOut")}
      </Button>
    </fetcher.Form>
  );
}
