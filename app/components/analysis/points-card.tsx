import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import type { PreviewRow } from "#app/domain/catalog/preview-listing-change.server.ts";
import type { ListingDetail } from "#app/domain/catalog/read-listing.server.ts";
import type { Analysis } from "#app/domain/listing-analysis/read-analysis.server.ts";
import type { AnalysisPoint } from "#app/domain/listing-analysis/result.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ApplyPrice } from "./apply-price.tsx";
import { ApplyText } from "./apply-text.tsx";
import { PointItem } from "./point-item.tsx";
import { useAnalysisWords } from "./use-analysis-words.ts";

export type Applying = { listing: ListingDetail; analysis: Analysis; mayWrite: boolean; prices: readonly PreviewRow[] };

export function PointsCard(applying: Applying) {
  const { t } = useTranslation("analysis");
  const { listing, analysis } = applying;
  const { points } = analysis.result;
  const added = new Set(analysis.since?.added);
  if (points.length === 0) {
    return (
      <Card>
        <EmptyState title={t("noPoints")}>{t("noPointsText")}</EmptyState>
      </Card>
    );
  }
  return (
    <Card>
      <CardHeader title={t("pointsTitle", { count: points.length })} />
      <ul aria-label={t("pointsList")}>
        {points.map((point) => (
          <PointItem key={point.key} point={point} currency={listing.currency} isNew={added.has(point.key)}>
            <PointAct point={point} {...applying} />
          </PointItem>
        ))}
      </ul>
    </Card>
  );
}

function PointAct({ point, listing, analysis, mayWrite, prices }: Applying & { point: AnalysisPoint }) {
  const { t } = useTranslation("analysis");
  const { says } = useAnalysisWords(listing.currency);
  const { change } = point;
  if (change === null || !mayWrite) return null;
  if (change.kind === "price") {
    const row = prices.find(({ after, before, obstacle }) => (obstacle === "unchanged" ? before : after) === change.priceCents);
    return <ApplyPrice priceCents={change.priceCents} currency={change.currency} row={row} />;
  }
  const before = listing[change.kind] ?? "";
  return (
    <ApplyText
      key={change.text}
      field={change.kind}
      before={before}
      text={change.text}
      label={`${t("apply")}: ${says(point)}`}
      analysisId={analysis.id}
    />
  );
}
