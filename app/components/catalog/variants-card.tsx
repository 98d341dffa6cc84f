import { Pencil, Plus, Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { ItemLabels } from "#app/components/labels/item-labels.tsx";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ProductDetail } from "#app/domain/catalog/read-product.server.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { formatMoney, formatNumber } from "#app/i18n/format.ts";
import { VariantFields } from "./variant-fields.tsx";

type Variant = ProductDetail["variants"][number];

export function VariantsCard({ product, mayWrite }: { product: ProductDetail; mayWrite: boolean }) {
  const { t } = useTranslation("catalog");
  const [opened, setOpened] = useState<Variant | "new" | null>(null);
  const [printed, setPrinted] = useState<Variant | null>(null);
  const variant = opened === "new" ? undefined : (opened ?? undefined);
  const add = (
    <Button size="sm" icon={<Plus aria-hidden />} onClick={() => setOpened("new")}>
      {t("addSku")}
    </Button>
  );
  return (
    <Card className="overflow-clip">
      <CardHeader title={t("skus")} action={mayWrite ? add : null} />
      <VariantTable variants={product.variants} print={setPrinted} {...(mayWrite ? { edit: setOpened } : {})} />
      {printed === null ? null : (
        <ItemLabels
          item={{ sku: printed.sku, gtin: printed.gtin, title: [product.title, printed.name].filter(Boolean).join(" · ") }}
          close={() => setPrinted(null)}
        />
      )}
      <Dialog
        open={opened !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setOpened(null);
        }}
        title={variant === undefined ? t("addSku") : t("editSku", { sku: variant.sku })}
        size="lg"
      >
        {opened === null ? null : <VariantForm key={variant?.id ?? "new"} variant={variant} close={() => setOpened(null)} />}
      </Dialog>
    </Card>
  );
}

type VariantTableProps = { variants: readonly Variant[]; print: (variant: Variant) => void; edit?: (variant: Variant) => void };

function VariantTable({ variants, print, edit }: VariantTableProps) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  return (
    <Table label={t("skus")}>
      <thead>
        <tr>
          <Th>{t("sku")}</Th>
          <Th className="max-md:hidden">{t("gtin")}</Th>
          <Th align="end">{t("cost")}</Th>
          <Th align="end">{t("stock")}</Th>
          <Th align="end" className="max-md:hidden">
            {t("weight")}
          </Th>
          <Th className="w-px">
            <span className="sr-only">{t("edit")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {variants.map((variant) => (
          <Tr key={variant.id}>
            <Td>
              <CodeTag value={variant.sku} copyable />
              {variant.name === "" ? null : <span className="block text-sm text-muted">{variant.name}</span>}
            </Td>
            <Td className="font-mono text-sm max-md:hidden">{variant.gtin}</Td>
            <Td align="end">
              {variant.costCents === null ? (
                <span className="text-faint">{t("noCost")}</span>
              ) : (
                formatMoney(variant.costCents, variant.currency, locale)
              )}
            </Td>
            <Td align="end">{formatNumber(variant.stock, locale)}</Td>
            <Td align="end" className="max-md:hidden">
              {variant.weightGrams === null ? null : t("grams", { count: variant.weightGrams })}
              <PackedSize variant={variant} />
            </Td>
            <Td>
              <span className="flex justify-end max-sm:flex-col">
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t("printSku", { sku: variant.sku })}
                  icon={<Printer aria-hidden />}
                  onClick={() => print(variant)}
                />
                {edit === undefined ? null : (
                  <Button
                    variant="ghost"
                    size="icon-sm"
                    aria-label={t("editSku", { sku: variant.sku })}
                    icon={<Pencil aria-hidden />}
                    onClick={() => edit(variant)}
                  />
                )}
              </span>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function PackedSize({ variant: { lengthMm, widthMm, heightMm } }: { variant: Variant }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  if (lengthMm === null || widthMm === null || heightMm === null) return null;
  const [length, width, height] = [lengthMm, widthMm, heightMm].map((edge) => formatNumber(edge, locale));
  return <span className="block text-sm text-muted">{t("measured", { length, width, height })}</span>;
}

type Answer = { ok: true; sku?: string } | FormProblem;

function VariantForm({ variant, close }: { variant: Variant | undefined; close: () => void }) {
  const { t } = useTranslation("catalog");
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) return;
    toast.ok(variant === undefined ? t("addedToast", { sku: answer.sku ?? "" }) : t("savedToast"));
    close();
  });
  const fields = fetcher.data?.ok === false ? fetcher.data.fields : {};
  const refusal = fetcher.data?.ok === false && Object.keys(fields).length === 0 ? fetcher.data.error : null;
  return (
    <fetcher.Form method="post" noValidate className="grid gap-5">
      <input type="hidden" name="intent" value={variant === undefined ? "add-variant" : "update-variant"} />
      {variant === undefined ? null : (
        <>
          <input type="hidden" name="variantId" value={variant.id} />
          <input type="hidden" name="version" value={variant.version} />
          <input type="hidden" name="currency" value={variant.currency} />
        </>
      )}
      {refusal === null ? null : <InlineAlert tone="wrong" title={refusal} />}
      <VariantFields variant={variant} errorOf={(name) => fields[name]} />
      <Button type="submit" variant="primary" className="justify-self-end" loading={fetcher.state !== "idle"}>
        {t(variant === undefined ? "addSku" : "save")}
      </Button>
    </fetcher.Form>
  );
}
