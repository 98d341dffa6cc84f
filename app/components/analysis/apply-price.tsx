import { Form, useNavigation } from "react-router";
import { useListingWords } from "#app/components/catalog/use-listing-words.ts";
import { Button } from "#app/components/ui/button.tsx";
import type { PreviewRow } from "#app/domain/catalog/preview-listing-change.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useAnalysisWords } from "./use-analysis-words.ts";

type ApplyPriceProps = { priceCents: number; currency: string; row: PreviewRow | undefined };

/** A new price as the preview of every price change sees it, with its warnings; nothing to press where it would be refused. */
export function ApplyPrice({ priceCents, currency, row }: ApplyPriceProps) {
  const { t } = useTranslation("analysis");
  const { warningName, obstacleName } = useListingWords();
  const { money } = useAnalysisWords(currency);
  const { state, formData } = useNavigation();
  if (row === undefined) return null;
  if (row.obstacle === "unchanged") return <p className="text-muted">{t("applied")}</p>;
  if (row.obstacle !== null) return <p className="text-sm text-muted">{obstacleName(row.obstacle)}</p>;
  return (
    <details>
      <summary
        aria-label={t("applyOf.price")}
        className="w-fit cursor-pointer rounded border border-line bg-raised px-3 py-1.5 font-semibold hover:bg-sunken pointer-coarse:py-2.5"
      >
        {t("apply")}
      </summary>
      <Form method="post" preventScrollReset className="mt-3 grid gap-3 rounded border border-line bg-sunken/50 p-4">
        <input type="hidden" name="intent" value="price" />
        <input type="hidden" name="priceCents" value={priceCents} />
        <p className="font-semibold">{t("priceChange", { before: money(row.before), after: money(row.after) })}</p>
        {row.warnings.length === 0 ? null : <p className="font-medium text-watch">{row.warnings.map(warningName).join(", ")}</p>}
        <p className="max-w-prose text-sm text-muted">{t("priceHint")}</p>
        <Button type="submit" variant="primary" className="w-fit" loading={state !== "idle" && formData?.get("intent") === "price"}>
          {t("tellPrice")}
        </Button>
      </Form>
    </details>
  );
}
