import { useChanges } from "#app/components/console/use-changes.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Sparkline } from "#app/components/charts/sparkline.tsx";
import { ChannelScore } from "#app/components/selling/channel-score.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Figure } from "#app/components/ui/figure.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { readScore } from "#app/domain/selling/read-score.server.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/score.ts";

export const handle = { i18n: ["selling", "advice"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "selling:read");
  return { title: await pageTitle(args.context, "selling", "score.title"), report: await orErrorPage(readScore(ctx)) };
}

export default function ScorePage({ loaderData: { report } }: Route.ComponentProps) {
  useChanges("selling");
  const { t } = useTranslation("selling");
  if (report.channels.length === 0) return <NoChannel />;
  return (
    <>
      <PageHeader title={t("score.title")} state={report.workspace.score === null ? t("score.stateNone") : t("score.state")} />
      <Whole report={report} />
      {report.channels.map((channel) => (
        <ChannelScore key={channel.channelId} channel={channel} />
      ))}
    </>
  );
}

type Report = Route.ComponentProps["loaderData"]["report"];

/** All channels together: the number, its parts and the last month. */
function Whole({ report: { workspace, history } }: { report: Report }) {
  const { t } = useTranslation("selling");
  const locale = useLocale();
  const scores = history.map(({ score }) => score);
  return (
    <div className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-5">
      <Figure
        className="col-span-2 lg:col-span-1"
        label={t("score.whole")}
        value={workspace.score === null ? "–" : String(workspace.score)}
        unit={t("score.outOf")}
        period={workspace.score === null ? t("score.nothing") : scores.length > 1 ? t("score.history") : t("score.noHistory")}
        explanation={t("score.wholeRule")}
        sparkline={scores.length > 1 ? <Sparkline values={scores} label={`${t("score.history")}: ${scores.join(", ")}`} /> : undefined}
      />
      {workspace.parts.map(({ id, points, weightBp, gap }) => (
        <Figure
          key={id}
          label={t(`score.parts.${id}`)}
          value={points === null ? "–" : formatNumber(points / 100, locale, { maximumFractionDigits: 1 })}
          period={points === null ? t("score.notCounted") : t("score.weight", { weight: formatPercent(weightBp / 10_000, locale) })}
          explanation={gap === null ? t(`score.partRules.${id}`) : t(`score.gaps.${gap}`)}
        />
      ))}
    </div>
  );
}

function NoChannel() {
  const { t } = useTranslation("selling");
  const connect = (
    <LinkButton to="/channels" variant="primary">
      {t("empty.connect")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("score.title")} state={t("score.stateNone")} />
      <Card>
        <EmptyState title={t("empty.title")} picture={<EmptyShelf />} action={connect}>
          {t("empty.text")}
        </EmptyState>
      </Card>
    </>
  );
}
