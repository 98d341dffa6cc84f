import { useKnownText } from "#app/components/agents/use-known-text.ts";
import { useChanges } from "#app/components/console/use-changes.ts";
import { SeenList } from "#app/components/market/seen-list.tsx";
import { StageTable } from "#app/components/market/stage-table.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { readMarket } from "#app/domain/market/read-market.server.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { SourceStatus } from "#app/domain/market/stages.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/market.ts";

export const handle = { i18n: ["market"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "agents:read");
  const [title, market] = await Promise.all([pageTitle(args.context, "market", "title"), orErrorPage(readMarket(ctx))]);
  return { title, market };
}

export default function MarketPage({ loaderData: { market } }: Route.ComponentProps) {
  useChanges("market");
  const { t } = useTranslation("market");
  const locale = useLocale();
  const count = market.stages.find(({ stage }) => stage === "normalise")?.doneLastHour ?? 0;
  return (
    <>
      <PageHeader title={t("title")} state={count === 0 ? t("quiet") : t("state", { count, shown: formatNumber(count, locale) })} />
      <StageTable stages={market.stages} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,5fr)_minmax(0,2fr)]">
        <SeenList detections={market.detections} />
        <Sources sources={market.sources} />
      </div>
    </>
  );
}

function Sources({ sources }: { sources: readonly SourceStatus[] }) {
  const { t } = useTranslation("market");
  const known = useKnownText();
  const locale = useLocale();
  return (
    <Card>
      <CardHeader title={t("sources")} />
      <CardBody className="py-2">
        {sources.length === 0 ? (
          <p className="py-2 text-muted">{t("noSources")}</p>
        ) : (
          <ul>
            {sources.map(({ source, read, lastReadAtMs }) => (
              <li key={source} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2.5 last:border-b-0">
                <span className="font-medium">{known("market", `sourceNames.${source}`) ?? source}</span>
                <span className="text-sm text-muted">
                  {t("read", { count: read, shown: formatNumber(read, locale) })}
                  {lastReadAtMs === null ? null : (
                    <>
                      {" · "}
                      <RelativeTime ms={lastReadAtMs} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
