import type { FetcherWithComponents } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import type { CartonRow } from "#app/domain/warehouse/packing/list-cartons.server.ts";
import { moneyText } from "#app/i18n/parse-money.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type CartonsAnswer = FormProblem | { ok: true; intent: string; name: string; added: number };

const edges = ["lengthMm", "widthMm", "heightMm"] as const;
const weights = ["weightGrams", "maxWeightGrams"] as const;

type CartonDialogProps = { opened: CartonRow | "new" | null; fetcher: FetcherWithComponents<CartonsAnswer>; onClose: () => void };

/** A carton that is new or is to change. Its fetcher belongs to the page, whose list changes underneath. */
export function CartonDialog({ opened, fetcher, onClose }: CartonDialogProps) {
  const { t } = useTranslation("packing");
  if (opened === null) return null;
  const carton = opened === "new" ? undefined : opened;
  return (
    <Dialog open onOpenChange={onClose} title={carton === undefined ? t("add") : t("editLabel", { name: carton.name })} size="md">
      <CartonForm key={carton?.id ?? "new"} carton={carton} fetcher={fetcher} />
    </Dialog>
  );
}

function CartonForm({ carton, fetcher }: { carton: CartonRow | undefined; fetcher: CartonDialogProps["fetcher"] }) {
  const { t } = useTranslation("packing");
  const locale = useLocale();
  const problem = fetcher.data?.ok === false && fetcher.state === "idle" ? fetcher.data : undefined;
  const fields = problem?.fields ?? {};
  const cost = carton === undefined || carton.costCents === null ? "" : moneyText(carton.costCents, locale, carton.currency);
  const number = (name: (typeof edges)[number] | (typeof weights)[number]) => (
    <Field key={name} label={t(name)} name={name} required error={fields[name]}>
      <Input inputMode="numeric" maxLength={8} autoComplete="off" defaultValue={carton?.[name] ?? ""} />
    </Field>
  );
  return (
    <fetcher.Form method="post" action="/warehouse/cartons" noValidate className="grid gap-5">
      {problem !== undefined && Object.keys(fields).length === 0 ? <InlineAlert tone="wrong" title={problem.error} /> : null}
      <input type="hidden" name="intent" value={carton === undefined ? "add" : "change"} />
      {carton === undefined ? null : (
        <>
          <input type="hidden" name="id" value={carton.id} />
          <input type="hidden" name="version" value={carton.version} />
          <input type="hidden" name="currency" value={carton.currency} />
        </>
      )}
      <Field label={t("name")} name="name" required description={t("nameHint")} error={fields["name"]}>
        <Input maxLength={60} autoFocus autoComplete="off" defaultValue={carton?.name} />
      </Field>
      <fieldset className="grid gap-5 sm:grid-cols-3">
        <legend className="mb-1.5 text-sm font-semibold">{t("edges")}</legend>
        {edges.map(number)}
      </fieldset>
      <div className="grid gap-5 sm:grid-cols-2">{weights.map(number)}</div>
      <Field label={t("costLabel")} name="cost" optional description={t("costHint")} error={fields["costCents"]}>
        <Input inputMode="decimal" maxLength={20} autoComplete="off" defaultValue={cost} />
      </Field>
      <Button type="submit" variant="primary" className="justify-self-end" loading={fetcher.state !== "idle"}>
        {carton === undefined ? t("add") : t("save")}
      </Button>
    </fetcher.Form>
  );
}
