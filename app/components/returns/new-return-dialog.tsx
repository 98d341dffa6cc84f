import { PackagePlus, X } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { ChooseSku } from "#app/components/catalog/choose-sku.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { VariantName } from "#app/domain/catalog/listing-rows.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ReasonFields } from "./reason-fields.tsx";
import { type ReturnForm, useReturnForm } from "./use-return-form.ts";

/** A parcel that nobody announced: what is in it. */
export function NewReturnDialog() {
  const { t } = useTranslation("returns");
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const form = useReturnForm(({ id }) => {
    toast.ok(t("savedToast"));
    setIsOpen(false);
    void navigate(`/warehouse/returns/${id}`);
  });
  const button = (
    <Button variant="primary" icon={<PackagePlus aria-hidden />}>
      {t("add")}
    </Button>
  );
  return (
    <Dialog trigger={button} open={isOpen} onOpenChange={setIsOpen} title={t("add")} description={t("addText")}>
      {isOpen ? <NewReturnForm form={form} /> : null}
    </Dialog>
  );
}

function NewReturnForm({ form: { fetcher, fields, error, isBusy } }: { form: ReturnForm }) {
  const { t } = useTranslation("returns");
  const [chosen, setChosen] = useState<VariantName[]>([]);
  const [isChoosing, setIsChoosing] = useState(false);
  return (
    <>
      <fetcher.Form method="post" noValidate className="grid gap-5">
        <input type="hidden" name="intent" value="create" />
        {error === undefined ? null : <InlineAlert tone="wrong" title={fields["lines"] ?? error} />}
        <ul className="grid gap-3">
          {chosen.map((variant, index) => (
            <li key={variant.id} className="grid grid-cols-[minmax(0,1fr)_6rem_auto] items-end gap-2">
              <input type="hidden" name="variantId" value={variant.id} />
              <Field
                label={`${variant.sku} · ${variant.productTitle}`}
                name="quantity"
                error={fields[`lines.${index}.quantity`]}
                className="contents"
              >
                <Input inputMode="numeric" maxLength={6} defaultValue="1" autoComplete="off" />
              </Field>
              <Button
                type="button"
                variant="ghost"
                size="icon"
                aria-label={t("removeLine", { title: variant.sku })}
                icon={<X aria-hidden />}
                onClick={() => setChosen(chosen.filter((one) => one !== variant))}
              />
            </li>
          ))}
        </ul>
        <p>
          <Button type="button" variant="secondary" onClick={() => setIsChoosing(true)}>
            {chosen.length === 0 ? t("chooseSku") : t("addLine")}
          </Button>
        </p>
        <ReasonFields fields={fields} />
        <p>
          <Button type="submit" variant="primary" loading={isBusy}>
            {t("save")}
          </Button>
        </p>
      </fetcher.Form>
      <ChooseSku
        title={t("whichSku")}
        open={isChoosing}
        close={() => setIsChoosing(false)}
        choose={(variant) => {
          if (!chosen.some(({ id }) => id === variant.id)) setChosen([...chosen, variant]);
          setIsChoosing(false);
        }}
      />
    </>
  );
}
