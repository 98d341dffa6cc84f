import { useState } from "react";
import { SuggestedCartons } from "#app/components/packing/carton-suggestion.tsx";
import { type ChosenCarton, ChosenCartons } from "#app/components/packing/chosen-cartons.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { cartonsOf, type PackedCarton } from "#app/domain/warehouse/packing/parcel.ts";
import type { CartonSuggestion, PlannedCarton } from "#app/domain/warehouse/packing/plan-cartons.ts";
import type { FulfilmentDetail } from "#app/domain/warehouse/fulfil/read-fulfilment.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const edges = [
  ["lengthMm", "length"],
  ["widthMm", "width"],
  ["heightMm", "height"],
  ["weightGrams", "weight"],
] as const;

/** What can be packed into; null for orders that are not about to be packed. */
export type PackingHelp = { suggestion: CartonSuggestion; kinds: { id: string; name: string }[] } | null;
type PackFormProps = {
  lines: FulfilmentDetail["lines"];
  help: PackingHelp;
  mayManage: boolean;
  fields: Record<string, string>;
  isBusy: boolean;
};

const noCarton: ChosenCarton[] = [{ key: 0, cartonId: "", contents: [] }];

/** Each line is ticked as it goes into the parcel: a forgotten one is found before the tape is on. */
export function PackForm({ lines, help, mayManage, fields, isBusy }: PackFormProps) {
  const { t } = useTranslation("fulfilment");
  const locale = useLocale();
  const [inside, setInside] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState(noCarton);
  const take = (cartons: PlannedCarton[]) => setChosen(cartons.map(({ cartonId, contents }, key) => ({ key, cartonId, contents })));
  const isTaken = chosen.some(({ contents }) => contents.length > 0);
  const isWhole = lines.every(({ id }) => inside.has(id));
  const toggle = (id: string) => setInside(inside.has(id) ? new Set([...inside].filter((one) => one !== id)) : new Set([...inside, id]));
  return (
    <div className="grid gap-5">
      <input type="hidden" name="intent" value="pack" />
      {help === null ? null : (
        <SuggestedCartons suggestion={help.suggestion} lines={lines} isTaken={isTaken} mayManage={mayManage} onTake={take} />
      )}
      <ul className="grid gap-1">
        {lines.map((line) => (
          <li key={line.id}>
            <label className="flex min-h-11 items-center gap-3">
              <Checkbox aria-label={t("packed", { title: line.title })} checked={inside.has(line.id)} onChange={() => toggle(line.id)} />
              <span>
                <span className="font-semibold">{formatNumber(line.quantity, locale)} ×</span> {line.title}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {help === null || help.kinds.length === 0 ? null : (
        <ChosenCartons kinds={help.kinds} chosen={chosen} onChange={setChosen} error={cartonError(fields)} />
      )}
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-4">
        {edges.map(([name, label]) => (
          <Field key={name} label={t(label)} name={name} error={fields[name]}>
            <Input inputMode="numeric" autoComplete="off" maxLength={7} />
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" disabled={!isWhole} loading={isBusy}>
          {t("pack")}
        </Button>
        {isWhole ? null : <p className="text-sm text-muted">{t("tickAll")}</p>}
      </div>
    </div>
  );
}

/** Whichever carton is refused, the list says so. */
function cartonError(fields: Record<string, string>): string | undefined {
  return Object.entries(fields).find(([name]) => name.startsWith("cartons"))?.[1];
}

export function ShipForm({ error, isBusy }: { error: string | undefined; isBusy: boolean }) {
  const { t } = useTranslation("fulfilment");
  return (
    <>
      <input type="hidden" name="intent" value="ship" />
      <Field label={t("tracking")} name="trackingCode" description={t("trackingHint")} error={error}>
        <Input mono maxLength={60} autoComplete="off" spellCheck={false} />
      </Field>
      <p>
        <Button type="submit" variant="primary" loading={isBusy}>
          {t("ship")}
        </Button>
      </p>
    </>
  );
}

/** The parcel as it was closed; nothing before that. */
export function ParcelLine({ fulfilment: { parcel, trackingCode, lines } }: { fulfilment: FulfilmentDetail }) {
  const { t } = useTranslation(["fulfilment", "packing"]);
  const locale = useLocale();
  if (parcel === null) return null;
  const of = (name: string) => (typeof parcel[name] === "number" ? formatNumber(parcel[name], locale) : null);
  const [length, width, height, weight] = [of("lengthMm"), of("widthMm"), of("heightMm"), of("weightGrams")];
  const cartons = cartonsOf(parcel);
  const size = length === null || width === null || height === null ? t("unmeasured") : t("parcelSize", { length, width, height });
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1 text-muted">
      <span>
        {t("parcel")}:{" "}
        <span className="text-ink">{[size, weight === null ? null : t("parcelWeight", { shown: weight })].filter(Boolean).join(", ")}</span>
      </span>
      {cartons.length === 0 ? null : (
        <span>
          {t("packedIn", { ns: "packing" })}:{" "}
          <span className="text-ink">{cartons.map((carton) => cartonText(carton, lines, locale)).join("; ")}</span>
        </span>
      )}
      {trackingCode === null ? null : (
        <span>
          {t("tracking")}: <span className="font-mono text-ink">{trackingCode}</span>
        </span>
      )}
    </p>
  );
}

/** A carton with what is in it, where that was said. */
function cartonText({ name, contents }: PackedCarton, lines: FulfilmentDetail["lines"], locale: Locale): string {
  const inside = contents.map(({ lineId, quantity }) => {
    const title = lines.find(({ id }) => id === lineId)?.title ?? "";
    return `${formatNumber(quantity, locale)} × ${title}`;
  });
  return inside.length === 0 ? name : `${name} (${inside.join(", ")})`;
}
