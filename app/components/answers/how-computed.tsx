import { CircleHelp } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { Popover } from "#app/components/ui/popover.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatStretch } from "#app/domain/artifacts/reading/format-wall-time.ts";
import { catalogue } from "#app/domain/metrics/catalogue.ts";
import type { MetricQuery } from "#app/domain/metrics/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useQueryWords } from "./use-query-words.ts";

type HowComputedProps = { query: MetricQuery; comparedWith: { from: string; to: string } | null; asOfMs: number | null };

/** What a number counts, from where, for which days, and how old it is. */
export function HowComputed({ query, comparedWith, asOfMs }: HowComputedProps) {
  const { t } = useTranslation("answers");
  const locale = useLocale();
  const say = useQueryWords();
  const { table, kind, factors } = catalogue[query.metric];
  return (
    <Popover
      label={t("how.title")}
      align="end"
      trigger={
        <Button size="sm" variant="ghost" icon={<CircleHelp aria-hidden />}>
          {t("how.title")}
        </Button>
      }
    >
      <dl className="grid gap-2">
        <div>
          <dt className="label-caps">{say.metric[query.metric].name}</dt>
          <dd>{say.metric[query.metric].meaning}</dd>
          {factors === undefined ? null : (
            <dd className="text-muted">{t("how.factors", { first: say.metric[factors[0]].name, second: say.metric[factors[1]].name })}</dd>
          )}
        </div>
        <div>
          <dt className="label-caps">{t("how.source")}</dt>
          <dd className="font-mono text-xs">{table}</dd>
        </div>
        <div>
          <dt className="label-caps">{t("query.when")}</dt>
          <dd>{query.when === null || kind === "snapshot" ? t("how.now") : formatStretch(query.when, locale)}</dd>
        </div>
        {comparedWith === null ? null : (
          <div>
            <dt className="label-caps">{t("query.compare")}</dt>
            <dd>{formatStretch(comparedWith, locale)}</dd>
          </div>
        )}
        {asOfMs === null ? null : (
          <div>
            <dt className="label-caps">{t("how.asOf")}</dt>
            <dd>
              <DateTime ms={asOfMs} />
            </dd>
          </div>
        )}
      </dl>
    </Popover>
  );
}
