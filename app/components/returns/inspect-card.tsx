import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { inspectionOutcomes } from "#app/domain/warehouse/ledger/facts.ts";
import type { ReturnPlaces } from "#app/domain/warehouse/returns/read-return-places.server.ts";
import type { ReturnDetail, ReturnStepView } from "#app/domain/warehouse/returns/read-return.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { BinField } from "./bin-field.tsx";
import type { ReturnForm } from "./use-return-form.ts";

type InspectProps = { detail: ReturnDetail; places: ReturnPlaces; form: ReturnForm };

/** Goods that came back and wait to be looked at, each with what may become of them. */
export function InspectCard({ detail, places, form }: InspectProps) {
  const { t } = useTranslation("returns");
  const [asked, setAsked] = useState<string>();
  const waiting = detail.steps.filter(({ undecided }) => undecided.qty > 0);
  if (waiting.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("inspect")} description={t("inspectText")} />
      <CardBody>
        <ul className="grid gap-6">
          {waiting.map((arrival) => (
            <li key={arrival.id} className="grid gap-3 border-t border-line pt-4 first:border-t-0 first:pt-0">
              <ArrivalHead detail={detail} arrival={arrival} />
              <form.fetcher.Form method="post" noValidate className="grid gap-4" onSubmit={() => setAsked(arrival.id)}>
                <input type="hidden" name="intent" value="inspect" />
                <input type="hidden" name="arrivalId" value={arrival.id} />
                {asked !== arrival.id || form.error === undefined ? null : (
                  <InlineAlert tone="wrong" title={form.fields["decisions.0.serials"] ?? form.error} />
                )}
                <DecisionFields
                  // What is left after a decision is another question.
                  key={arrival.undecided.qty}
                  arrival={arrival}
                  bins={places.stockBins[variantOf(detail, arrival)] ?? []}
                  fields={asked === arrival.id ? form.fields : {}}
                />
                <p>
                  <Button type="submit" variant="primary" loading={form.isBusy && asked === arrival.id}>
                    {t("decide")}
                  </Button>
                </p>
              </form.fetcher.Form>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function variantOf({ lines }: ReturnDetail, { lineId }: ReturnStepView): string {
  return lines.find(({ id }) => id === lineId)?.variantId ?? "";
}

function ArrivalHead({ detail, arrival }: { detail: ReturnDetail; arrival: ReturnStepView }) {
  const { t } = useTranslation("returns");
  const locale = useLocale();
  const line = detail.lines.find(({ id }) => id === arrival.lineId);
  const { qty } = arrival.undecided;
  return (
    <div>
      <p>
        {line?.title} {line === undefined ? null : <CodeTag value={line.sku} />}
      </p>
      <p className="text-sm text-muted">
        {t("waitsIn", { count: qty, shown: formatNumber(qty, locale), bin: arrival.binId, zone: arrival.zone.name })}
        {arrival.lot === "" ? null : ` · ${t("lot")} ${arrival.lot}`}
      </p>
    </div>
  );
}

type DecisionProps = { arrival: ReturnStepView; bins: readonly string[]; fields: Record<string, string> };

function DecisionFields({ arrival: { undecided }, bins, fields }: DecisionProps) {
  const { t } = useTranslation("returns");
  const [outcome, setOutcome] = useState<string>("restock");
  const isBinNeeded = outcome === "restock";
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,2fr)]">
        <Field label={t("outcome")} name="outcome" error={fields["decisions.0.outcome"]}>
          <NativeSelect
            value={outcome}
            onChange={(event) => setOutcome(event.target.value)}
            options={inspectionOutcomes.map((one) => ({ value: one, label: t(`outcomes.${one}`) }))}
          />
        </Field>
        <Field label={t("quantity")} name="quantity" required error={fields["decisions.0.quantity"]}>
          <Input inputMode="numeric" maxLength={6} defaultValue={undecided.serials.length > 0 ? 1 : undecided.qty} autoComplete="off" />
        </Field>
        {outcome === "scrap" ? null : (
          <BinField
            label={t("toBin")}
            name="toBin"
            required={isBinNeeded}
            optional={!isBinNeeded}
            description={isBinNeeded ? undefined : t("toBinHint")}
            error={fields["decisions.0.toBin"]}
            bins={bins}
            value={isBinNeeded ? (bins[0] ?? "") : ""}
            key={outcome}
          />
        )}
      </div>
      {undecided.serials.length === 0 ? null : (
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 text-sm font-semibold">{t("chooseSerials")}</legend>
          <div className="flex flex-wrap gap-x-6 gap-y-1">
            {undecided.serials.map((serial) => (
              <label key={serial} className="flex min-h-8 items-center gap-2 font-mono">
                <Checkbox name="serials" value={serial} aria-label={serial} defaultChecked={undecided.serials.length === 1} />
                {serial}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
