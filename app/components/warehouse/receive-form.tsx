import { useState } from "react";
import { ChooseSku } from "#app/components/catalog/choose-sku.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { stockStatuses } from "#app/domain/warehouse/ledger/facts.ts";
import { emptyDraft, type ReceiveDraft } from "#app/domain/warehouse/receive-draft.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { BinView, ItemView } from "#party/warehouse-zone/protocol.ts";
import { ReceiveScan, type ScannedSku } from "./receive-scan.tsx";
import { SerialsField } from "./serials-field.tsx";
import { useZoneForm } from "./use-zone-form.tsx";

type ReceiveFormProps = { bins: readonly BinView[]; items: ReadonlyMap<string, ItemView>; close: () => void };

export function ReceiveForm({ bins, items, close }: ReceiveFormProps) {
  const { t } = useTranslation("warehouse");
  const { fetcher, hidden, fields, error } = useZoneForm("receive", close);
  const [sku, setSku] = useState<ScannedSku>();
  const [draft, setDraft] = useState<ReceiveDraft>(emptyDraft);
  const [status, setStatus] = useState<string>("available");
  const [isChoosing, setIsChoosing] = useState(false);
  const bind = (name: keyof ReceiveDraft) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  const item = sku === undefined ? undefined : items.get(sku.id);
  function chooseStatus(next: string) {
    setStatus(next);
    // What is not good does not lie among what is sold.
    const apart = bins.find(({ kind, isBlocked }) => kind === "quarantine" && !isBlocked);
    if (next !== "available" && apart !== undefined) setDraft({ ...draft, binId: apart.code });
  }
  return (
    <>
      <ReceiveScan draft={draft} items={items} take={setDraft} found={setSku} />
      <fetcher.Form method="post" noValidate className="mt-5 grid gap-5 sm:grid-cols-2">
        {hidden}
        <input type="hidden" name="variantId" value={sku?.id ?? ""} />
        <Field label={t("sku")} required error={fields["variantId"]} className="sm:col-span-2">
          <Button type="button" variant="secondary" className="justify-start" onClick={() => setIsChoosing(true)}>
            {sku === undefined ? t("chooseSku") : `${sku.sku} · ${sku.title}`}
          </Button>
        </Field>
        <Field label={t("bin")} name="binId" required error={fields["binId"]}>
          <Input mono list="zone-bins" maxLength={20} autoComplete="off" spellCheck={false} {...bind("binId")} />
        </Field>
        <datalist id="zone-bins">
          {bins.map((bin) => (
            <option key={bin.id} value={bin.code}>
              {bin.code}
            </option>
          ))}
        </datalist>
        <Field label={t("qty")} name="qty" required error={fields["qty"]}>
          <Input inputMode="numeric" maxLength={8} autoComplete="off" {...bind("qty")} />
        </Field>
        <Field
          label={t("lotOptional")}
          name="lot"
          required={item?.tracksLots === true}
          optional={item?.tracksLots !== true}
          error={fields["lot"]}
        >
          <Input mono maxLength={40} autoComplete="off" {...bind("lot")} />
        </Field>
        <Field label={t("expiresOn")} name="expiresOn" optional error={fields["expiresOn"]}>
          <Input type="date" {...bind("expiresOn")} />
        </Field>
        <Field label={t("condition")} name="status" error={fields["status"]}>
          <NativeSelect
            value={status}
            onChange={(event) => chooseStatus(event.target.value)}
            options={stockStatuses.map((one) => ({ value: one, label: t(`conditions.${one}`) }))}
          />
        </Field>
        <Field label={t("plateOptional")} name="plate" optional error={fields["plate"]}>
          <Input mono maxLength={40} autoComplete="off" spellCheck={false} {...bind("plate")} />
        </Field>
        <SerialsField
          text={draft.serials}
          onChange={(serials) => setDraft({ ...draft, serials })}
          needed={draft.qty}
          isRequired={item?.tracksSerials === true}
          error={fields["serials"]}
        />
        {error !== undefined && Object.keys(fields).length === 0 ? (
          <InlineAlert tone="wrong" title={error} className="sm:col-span-2" />
        ) : null}
        <Button type="submit" variant="primary" className="sm:col-span-2" loading={fetcher.state !== "idle"}>
          {t("receive")}
        </Button>
      </fetcher.Form>
      <ChooseSku
        title={t("whichSku")}
        open={isChoosing}
        close={() => setIsChoosing(false)}
        choose={(chosen) => {
          setSku({ id: chosen.id, sku: chosen.sku, title: chosen.productTitle });
          setIsChoosing(false);
        }}
      />
    </>
  );
}
