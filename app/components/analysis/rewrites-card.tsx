import { Badge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { WordDiff } from "#app/components/ui/word-diff.tsx";
import { textRules } from "#app/domain/listing-analysis/marketplace-texts.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ApplyText } from "./apply-text.tsx";
import type { Applying } from "./points-card.tsx";

/** Other titles and another description, each against what stands there now. */
export function RewritesCard({ listing, analysis, mayWrite }: Omit<Applying, "prices">) {
  const { t } = useTranslation("analysis");
  const { titles, description } = analysis.result;
  const rules = textRules[listing.channel?.vendor ?? "mercado-livre"];
  const isLocked = rules.locksTitleAfterSale && listing.sold > 0;
  return (
    <Card>
      <CardHeader title={t("titles")} description={titles.length === 0 ? t("noTitles") : t("titlesText", { most: rules.titleMost })} />
      {titles.length === 0 ? null : (
        <ol>
          {titles.map(({ text, source }, index) => (
            <li key={text} className="grid gap-2 border-b border-line px-5 py-4">
              <WordDiff before={listing.title} after={text} />
              <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
                <Badge>{t(`sources.${source}`)}</Badge>
                <span className="tabular-nums">
                  {text.length}/{rules.titleMost}
                </span>
                {isLocked ? <span>{t("locked")}</span> : null}
              </p>
              {isLocked || !mayWrite ? null : (
                <ApplyText
                  field="title"
                  before={listing.title}
                  text={text}
                  label={t("applyOf.title", { number: index + 1 })}
                  analysisId={analysis.id}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      <CardHeader title={t("description")} description={description === null ? t("noDescription") : undefined} />
      {description === null ? null : (
        <CardBody className="grid gap-3">
          <WordDiff before={listing.description ?? ""} after={description.text} />
          <p>
            <Badge>{t(`sources.${description.source}`)}</Badge>
          </p>
          {mayWrite ? (
            <ApplyText
              field="description"
              before={listing.description ?? ""}
              text={description.text}
              label={t("applyOf.description")}
              analysisId={analysis.id}
            />
          ) : null}
        </CardBody>
      )}
    </Card>
  );
}
