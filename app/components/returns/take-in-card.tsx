import { useSearchParams } from "react-router";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import type { ReturnPlaces } from "#app/domain/warehouse/returns/read-return-places.server.ts";
import type { ReturnDetail, ReturnLineView } from "#app/domain/warehouse/returns/read-return.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { BinField } from "./bin-field.tsx";
import type { ReturnForm } from "./use-return-form.ts";

type TakeInProps = { detail: ReturnDetail; places: ReturnPlaces; form: ReturnForm };

/** What is in the parcel, and the bin it goes to. */
export function TakeInCard({ detail, places, form }: TakeInProps) {
  const { t } = useTranslation("returns");
  return (
    <Card>
      <CardHeader title={t("takeIn")} description={t("takeInText")} />
      <CardBody>
        {places.zoneId === null ? (
          <EmptyState title={t("noZone")} action={<LinkButton to="/warehouse">{t("toWarehouses")}</LinkButton>} />
        ) : (
          <TakeInForm detail={detail} places={places} form={form} />
        )}
      </CardBody>
    </Card>
  );
}

function TakeInForm({ detail, places, form: { fetcher, fields, error, isBusy } }: TakeInProps) {
  const { t } = useTranslation("returns");
  const [, setQuery] = useSearchParams();
  const lines = detail.lines.filter(({ missing }) => missing > 0);
  return (
    <fetcher.Form method="post" noValidate className="grid gap-5">
      <input type="hidden" name="intent" value="take-in" />
      {error === undefined ? null : <InlineAlert tone="wrong" title={fields["arrivals"] ?? error} />}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t("zone")} name="zoneId" error={fields["zoneId"]}>
          <NativeSelect
            value={places.zoneId ?? ""}
            options={places.zones.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setQuery({ zone: event.target.value }, { preventScrollReset: true, replace: true })}
          />
        </Field>
        <BinField
          key={places.zoneId}
          label={t("bin")}
          name="binId"
          required
          description={t("binHint")}
          error={fields["binId"]}
          bins={places.arrivalBins}
          value={places.arrivalBins[0] ?? ""}
        />
      </div>
      <ul className="grid gap-5">
        {lines.map((line, index) => (
          <TakeInLine
            key={line.id}
            line={line}
            tracks={places.tracks[line.variantId]}
            errorOf={(name) => fields[`arrivals.${index}.${name}`]}
          />
        ))}
      </ul>
      <p>
        <Button type="submit" variant="primary" loading={isBusy}>
          {t("takeIn")}
        </Button>
      </p>
    </fetcher.Form>
  );
}

type LineProps = {
  line: ReturnLineView;
  tracks: ReturnPlaces["tracks"][string] | undefined;
  errorOf: (name: string) => string | undefined;
};

/** Lots and numbers are asked for where the zone keeps some, or where some left with the order. */
function TakeInLine({ line, tracks, errorOf }: LineProps) {
  const { t } = useTranslation("returns");
  const hasLots = tracks?.lots === true || line.lots.length > 0;
  const hasSerials = tracks?.serials === true || line.serials.length > 0;
  return (
    <li className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
      <p className="sm:col-span-2">
        {line.title} <CodeTag value={line.sku} />
      </p>
      <input type="hidden" name="lineId" value={line.id} />
      <Field label={t("quantity")} name="quantity" required error={errorOf("quantity")}>
        <Input
          inputMode="numeric"
          maxLength={6}
          defaultValue={line.missing}
          autoComplete="off"
          aria-label={t("quantityOf", { title: line.title })}
        />
      </Field>
      {hasLots ? (
        <>
          <BinField label={t("lot")} name="lot" error={errorOf("lot")} bins={line.lots} value={line.lots[0] ?? ""} />
          <Field label={t("expiresOn")} name="expiresOn" optional error={errorOf("expiresOn")}>
            <Input type="date" />
          </Field>
        </>
      ) : (
        <>
          <input type="hidden" name="lot" value="" />
          <input type="hidden" name="expiresOn" value="" />
        </>
      )}
      {hasSerials ? (
        <Field
          label={t("serials")}
          name="serials"
          required
          className="sm:col-span-2"
          description={line.serials.length > 0 ? t("serialsLeft", { serials: line.serials.join(", ") }) : t("serialsHint")}
          error={errorOf("serials")}
        >
          <Textarea rows={3} spellCheck={false} className="font-mono" />
        </Field>
      ) : (
        <input type="hidden" name="serials" value="" />
      )}
    </li>
  );
}
