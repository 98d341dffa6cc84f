import { ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { PreviewRow } from "#app/domain/catalog/preview-listing-change.server.ts";
import { formatMoney, formatNumber } from "#app/i18n/format.ts";
import { useListingWords } from "./use-listing-words.ts";

/** Before and after, row by row; what needs a second look comes first. */
export function ChangePreview({ rows, kind }: { rows: readonly PreviewRow[]; kind: "price" | "stock" }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const { warningName, obstacleName } = useListingWords();
  const rank = (row: PreviewRow) => (row.warnings.length > 0 ? 0 : row.obstacle === null ? 1 : 2);
  const sorted = rows.toSorted((a, b) => rank(a) - rank(b));
  const left = rows.filter((row) => row.obstacle !== null).length;
  const shown = (value: number, currency: string) =>
    kind === "price" ? formatMoney(value, currency, locale) : formatNumber(value, locale);
  if (left === rows.length) {
    const [first] = rows;
    return (
      <InlineAlert tone="watch" title={t("changes.nothing")}>
        {first?.obstacle ? obstacleName(first.obstacle) : null}
      </InlineAlert>
    );
  }
  return (
    <div className="grid gap-2" aria-live="polite">
      <div className="max-h-80 overflow-y-auto rounded border border-line">
        <Table label={t("changes.preview")}>
          <thead>
            <tr>
              <Th>{t("listings.listing")}</Th>
              <Th align="end">{t("changes.before")}</Th>
              <Th className="w-px p-0" aria-hidden />
              <Th align="end">{t("changes.after")}</Th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <Tr key={row.listingId}>
                <Td>
                  {[row.title, row.modelName].filter(Boolean).join(" · ")}
                  {row.warnings.length > 0 ? (
                    <span className="block text-sm font-medium text-watch">{row.warnings.map(warningName).join(", ")}</span>
                  ) : null}
                  {row.obstacle === null ? null : <span className="block text-sm text-faint">{obstacleName(row.obstacle)}</span>}
                </Td>
                <Td align="end" className="text-muted">
                  {shown(row.before, row.currency)}
                </Td>
                <Td className="px-0 text-faint">{row.obstacle === null ? <ArrowRight aria-hidden className="size-4" /> : null}</Td>
                <Td align="end" className="font-semibold">
                  {row.obstacle === null ? shown(row.after, row.currency) : null}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      {left > 0 ? <p className="text-sm text-muted">{t("changes.left", { count: left })}</p> : null}
    </div>
  );
}
