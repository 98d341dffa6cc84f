import { useTranslation } from "#app/i18n/use-translation.ts";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ProductVariant } from "#app/domain/catalog/list-products.server.ts";
import { moneyText } from "#app/i18n/parse-money.ts";

type VariantFieldsProps = { variant?: ProductVariant | undefined; errorOf: (name: string) => string | undefined };

const edges = ["lengthMm", "widthMm", "heightMm"] as const;

/** What a SKU is: its codes, what it costs, weighs and measures, and how many there are. */
export function VariantFields({ variant, errorOf }: VariantFieldsProps) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const cost = variant?.costCents === null || variant === undefined ? "" : moneyText(variant.costCents, locale, variant.currency);
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field label={t("sku")} name="sku" required error={errorOf("sku")}>
        <Input mono maxLength={80} defaultValue={variant?.sku} autoComplete="off" spellCheck={false} />
      </Field>
      <Field label={t("gtin")} name="gtin" optional description={t("gtinHint")} error={errorOf("gtin")}>
        <Input mono maxLength={20} inputMode="numeric" defaultValue={variant?.gtin ?? ""} autoComplete="off" />
      </Field>
      <Field label={t("variantName")} name="name" optional description={t("variantNameHint")} error={errorOf("name")}>
        <Input maxLength={120} defaultValue={variant?.name} autoComplete="off" />
      </Field>
      <Field label={t("cost")} name="cost" optional description={t("costHint")} error={errorOf("costCents")}>
        <Input inputMode="decimal" maxLength={20} defaultValue={cost} autoComplete="off" />
      </Field>
      <Field label={t("stock")} name="stock" error={errorOf("stock")}>
        <Input inputMode="numeric" maxLength={8} defaultValue={variant?.stock ?? 0} autoComplete="off" />
      </Field>
      <Field label={t("weightGrams")} name="weightGrams" optional error={errorOf("weightGrams")}>
        <Input inputMode="numeric" maxLength={8} defaultValue={variant?.weightGrams ?? ""} autoComplete="off" />
      </Field>
      <fieldset className="grid gap-3 sm:col-span-2">
        <legend className="mb-1.5 text-sm font-semibold">
          {t("packedSize")} <span className="font-normal text-faint">{t("packedSizeHint")}</span>
        </legend>
        <div className="grid grid-cols-3 gap-3">
          {edges.map((name) => (
            <Field key={name} label={t(name)} name={name} error={errorOf(name)}>
              <Input inputMode="numeric" maxLength={5} defaultValue={variant?.[name] ?? ""} autoComplete="off" />
            </Field>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
