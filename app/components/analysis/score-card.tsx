import { Link } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { Analysis } from "#app/domain/listing-analysis/read-analysis.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** The number, what it is made of, and who answered. */
export function ScoreCard({ analysis }: { analysis: Analysis }) {
  const { t } = useTranslation("analysis");
  const { actions } = useConsole();
  const { result, author, requestedBy, createdAt, rulesVersion, prompt } = analysis;
  return (
    <Card>
      <CardBody className="grid gap-5 sm:grid-cols-[auto_1fr] sm:gap-8">
        <div>
          <p className="label-caps">{t("score")}</p>
          <p className="text-2xl font-semibold tabular-nums">{t("scoreOf", { score: result.score })}</p>
          <p className="text-sm text-muted">
            {t("when", { name: requestedBy })}, <RelativeTime ms={createdAt} />
          </p>
        </div>
        <dl className="grid content-start gap-x-6 gap-y-2 sm:grid-cols-2">
          {result.parts.map(({ area, score }) => (
            <div key={area} className="grid grid-cols-[1fr_4rem_2.5rem] items-center gap-2">
              <dt className="min-w-0 truncate text-muted">{t(`areas.${area}`)}</dt>
              <dd aria-hidden className="h-2 overflow-hidden rounded-full border border-line bg-sunken">
                <div className="h-full bg-accent" style={{ width: `${score}%` }} />
              </dd>
              <dd className="text-end font-semibold tabular-nums">{score}</dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted sm:col-span-2">
          {author.source === "rules" ? (
            <span>
              {t("byRules")}: {t(`reasons.${author.reason}`)}
            </span>
          ) : (
            <span>{t("byModel", { model: author.model, provider: author.provider })}</span>
          )}
          {author.callId === null || !actions.includes("ai:read") ? null : (
            <Link to={`/ai/calls/${author.callId}`} className="text-accent underline decoration-1 underline-offset-4">
              {t("call")}
            </Link>
          )}
          <span>{t("edition", { rules: rulesVersion, name: prompt.name, prompt: prompt.version })}</span>
        </div>
      </CardBody>
    </Card>
  );
}
