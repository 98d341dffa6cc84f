import { PackagePlus } from "lucide-react";
import { useState } from "react";
import { ChooseSku } from "#app/components/catalog/choose-sku.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import type { VariantName } from "#app/domain/catalog/listing-rows.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { BinView } from "#party/warehouse-zone/protocol.ts";
import { useZoneForm } from "./use-zone-form.tsx";

/** What comes in, and where it was put. */
export function ReceiveDialog({ bins }: { bins: readonly BinView[] }) {
  const { t } = useTranslation("warehouse");
  const [isOpen, setIsOpen] = useState(false);
  const button = (
    <Button variant="primary" icon={<PackagePlus aria-hidden />}>
      {t("receive")}
    </Button>
  );
  return (
    <Dialog trigger={button} open={isOpen} onOpenChange={setIsOpen} title={t("receive")} description={t("receiveText")}>
      {isOpen ? <ReceiveForm bins={bins} close={() => setIsOpen(false)} /> : null}
    </Dialog>
  );
}

function ReceiveForm({ bins, close }: { bins: readonly BinView[]; close: () => void }) {
  const { t } = useTranslation("warehouse");
  const { fetcher, hidden, fields, error } = useZoneForm("receive", close);
  const [variant, setVariant] = useState<VariantName>();
  const [isChoosing, setIsChoosing] = useState(false);
  return (
    <>
      <fetcher.Form method="post" noValidate className="grid gap-5 sm:grid-cols-2">
        {hidden}
        {error !== undefined && Object.keys(fields).length === 0 ? (
          <InlineAlert tone="wrong" title={error} className="sm:col-span-2" />
        ) : null}
        <input type="hidden" name="variantId" value={variant?.id ?? ""} />
        <Field label={t("sku")} required error={fields["variantId"]} className="sm:col-span-2">
          <Button type="button" variant="secondary" className="justify-start" onClick={() => setIsChoosing(true)}>
            {variant === undefined ? t("chooseSku") : `${variant.sku} · ${variant.productTitle}`}
          </Button>
        </Field>
        <Field label={t("bin")} name="binId" required error={fields["binId"]}>
          <Input mono list="zone-bins" maxLength={20} autoComplete="off" spellCheck={false} />
        </Field>
        <datalist id="zone-bins">
          {bins.map((bin) => (
            <option key={bin.id} value={bin.code}>
              {bin.code}
            </option>
          ))}
        </datalist>
        <Field label={t("qty")} name="qty" required error={fields["qty"]}>
          <Input inputMode="numeric" maxLength={8} autoComplete="off" />
        </Field>
        <Field label={t("lotOptional")} name="lot" optional error={fields["lot"]}>
          <Input mono maxLength={40} autoComplete="off" />
        </Field>
        <Field label={t("expiresOn")} name="expiresOn" optional error={fields["expiresOn"]}>
          <Input type="date" />
        </Field>
        <Button type="submit" variant="primary" className="sm:col-span-2" loading={fetcher.state !== "idle"}>
          {t("receive")}
        </Button>
      </fetcher.Form>
      <ChooseSku
        open={isChoosing}
        close={() => setIsChoosing(false)}
        choose={(chosen) => {
          setVariant(chosen);
          setIsChoosing(false);
        }}
      />
    </>
  );
}
