import { ScanSearch } from "lucide-react";
import { Link, useActionData, useNavigate } from "react-router";
import { useListingWords } from "#app/components/catalog/use-listing-words.ts";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import type { PreviewRow } from "#app/domain/catalog/preview-listing-change.server.ts";
import type { ListingDetail } from "#app/domain/catalog/read-listing.server.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import type { AnalysisSummary } from "#app/domain/listing-analysis/analysis-row.ts";
import type { Analysis } from "#app/domain/listing-analysis/read-analysis.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AnalyseButton, StreamCard } from "./analyse-bar.tsx";
import { PointsCard } from "./points-card.tsx";
import { RewritesCard } from "./rewrites-card.tsx";
import { ScoreCard } from "./score-card.tsx";
import { HistoryCard, LeftOutCard, SinceCard, SuspiciousAlert } from "./side-cards.tsx";
import { type ShownChange, TextChangesCard } from "./text-changes-card.tsx";
import { useAnalysisStream } from "./use-analysis-stream.ts";

type AnalysisPageProps = {
  listing: ListingDetail;
  analyses: readonly AnalysisSummary[];
  analysis: Analysis | null;
  prices: readonly PreviewRow[];
  changes: readonly ShownChange[];
};

/** One listing judged: the newest analysis, or the one that is named, with everything that can be done about it. */
export function AnalysisPage({ listing, analyses, analysis, prices, changes }: AnalysisPageProps) {
  useChanges("listings");
  const { t } = useTranslation("analysis");
  const { actions } = useConsole();
  const navigate = useNavigate();
  const mayWrite = actions.includes("catalog:write");
  const { state, start, stop } = useAnalysisStream(listing.id, (id) => void navigate(`/listings/${listing.id}/analyses?shown=${id}`));
  const button = mayWrite ? <AnalyseButton isFirst={analysis === null} isWorking={state.kind === "working"} start={start} /> : null;
  return (
    <>
      <PageHeader
        title={listing.title}
        state={[listing.channel?.name ?? "", listing.modelName].filter(Boolean).join(" · ")}
        actions={
          <>
            <LinkButton to={`/listings/${listing.id}`}>{t("toListing")}</LinkButton>
            {analysis === null ? null : button}
          </>
        }
      />
      <Answer />
      <StreamCard state={state} currency={listing.currency} stop={stop} />
      {analysis === null ? (
        <Card>
          <EmptyState title={t("empty")} picture={<ScanSearch aria-hidden className="mx-auto size-10" />} action={button}>
            {t("emptyText")}
          </EmptyState>
        </Card>
      ) : (
        <>
          <SuspiciousAlert analysis={analysis} />
          <ScoreCard analysis={analysis} />
          <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
            <div className="grid min-w-0 gap-5">
              <PointsCard listing={listing} analysis={analysis} mayWrite={mayWrite} prices={prices} />
              <RewritesCard listing={listing} analysis={analysis} mayWrite={mayWrite} />
              <LeftOutCard analysis={analysis} />
            </div>
            <div className="grid min-w-0 gap-5">
              <SinceCard analysis={analysis} currency={listing.currency} />
              <HistoryCard analyses={analyses} shownId={analysis.id} />
              <TextChangesCard changes={changes} mayWrite={mayWrite} />
            </div>
          </div>
        </>
      )}
    </>
  );
}

type Done =
  | { ok: true; did: "text" | "undo"; reason: string | null; vendorText: string | null }
  | { ok: true; did: "price"; changeId: string };

/** What became of the last thing that was asked. */
function Answer() {
  const { t } = useTranslation("analysis");
  const { refusalText } = useListingWords();
  const answer = useActionData<Done | FormProblem>();
  if (answer === undefined) return null;
  if (!answer.ok) return <InlineAlert tone="wrong" title={answer.error} />;
  if (answer.did === "price") {
    const link = (
      <Link to={`/listings/changes/${answer.changeId}`} className="text-accent underline underline-offset-4">
        {t("toChange")}
      </Link>
    );
    return <InlineAlert tone="ok" title={t("priceAsked")} action={link} />;
  }
  const { reason, vendorText } = answer;
  if (reason !== null)
    return (
      <InlineAlert
        tone="wrong"
        title={t("refused", { reason: reason === "other" && vendorText !== null ? vendorText : refusalText(reason) })}
      />
    );
  return <InlineAlert tone="ok" title={t(answer.did === "undo" ? "undoneNow" : "told")} />;
}
