import { ArrowRight } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { Sparkline } from "#app/components/charts/sparkline.tsx";
import { FeedList } from "#app/components/console/feed-list.tsx";
import { TopAdvice } from "#app/components/selling/top-advice.tsx";
import { ScoreCard } from "#app/components/selling/score-card.tsx";
import { SalesSection } from "#app/components/selling/sales-section.tsx";
import { FirstStepsCard } from "#app/components/console/first-steps-card.tsx";
import { areFirstStepsHidden } from "#app/components/console/first-steps-cookie.ts";
import { NeedsYou, needsOf } from "#app/components/console/needs-you.tsx";
import { PeopleHere } from "#app/components/console/people-here.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole, useLive } from "#app/components/console/use-console.ts";
import { useLiveFeed } from "#app/components/console/use-live-feed.ts";
import { cn } from "#app/components/ui/cn.ts";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Figure } from "#app/components/ui/figure.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { firstSteps } from "#app/domain/overview/first-steps.ts";
import { partOfDay } from "#app/domain/overview/part-of-day.ts";
import { readFirstSteps } from "#app/domain/overview/read-first-steps.server.ts";
import { readOverview } from "#app/domain/overview/read-overview.server.ts";
import { actorAllows } from "#app/domain/actor.ts";
import { listTopAdvice } from "#app/domain/selling/list-top-advice.server.ts";
import { readScoreSummary } from "#app/domain/selling/read-score-summary.server.ts";
import { countWaitingApprovals } from "#app/domain/approvals/list-asked-approvals.server.ts";
import { countOpenOrders } from "#app/domain/orders/count-open-orders.server.ts";
import { readSales, type SalesReport } from "#app/domain/selling/read-sales.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { zonedDay } from "#app/platform/zoned-days.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/overview.ts";
import { readSalesPeriod } from "./sales-period-query.ts";
import { adviceLines } from "./top-advice.server.ts";

export const handle = { i18n: ["selling"] } satisfies I18nHandle;

const shownEntries = 12;

/** As long as a workspace counts as new: later the team has decided what it uses. */
const newForMs = 30 * 24 * 3_600_000;

const columns = "grid gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]";

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx, workspace, timeZone } = requireMemberWho(args, "activity:read");
  const asked = readSalesPeriod(new URL(args.request.url).searchParams, workspace.timeZone);
  const maySeeSales = actorAllows(ctx.actor, "selling:read");
  const age = ctx.clock.now() - (workspace.onboardedAt ?? ctx.clock.now());
  const setsUp = age < newForMs && actorAllows(ctx.actor, "workspace:write") && !areFirstStepsHidden(args.request.headers.get("cookie"));
  const [title, overview, sales, score, topAdvice, ofOrders, waitingApprovals, there] = await Promise.all([
    pageTitle(args.context, "console", "nav.overview"),
    orErrorPage(readOverview(ctx, workspace.timeZone)),
    maySeeSales ? orErrorPage(readSales(ctx, asked, workspace)) : null,
    maySeeSales ? orErrorPage(readScoreSummary(ctx)) : null,
    actorAllows(ctx.actor, "selling:write") ? orErrorPage(listTopAdvice(ctx)) : [],
    actorAllows(ctx.actor, "orders:read") ? orErrorPage(countOpenOrders(ctx)) : { late: 0 },
    actorAllows(ctx.actor, "chat:read") ? orErrorPage(countWaitingApprovals(ctx)) : 0,
    setsUp ? orErrorPage(readFirstSteps(ctx)) : null,
  ]);
  return {
    title,
    overview: { ...overview, lateOrders: ofOrders.late, waitingApprovals },
    sales,
    score,
    topAdvice: await adviceLines(args.context, topAdvice),
    steps: there === null ? [] : firstSteps(there),
    salesTimeZone: workspace.timeZone,
    today: zonedDay(ctx.clock.now(), workspace.timeZone),
    partOfDay: partOfDay(ctx.clock.now(), timeZone),
  };
}

export default function OverviewPage({ loaderData }: Route.ComponentProps) {
  const { overview, sales, score, topAdvice, steps, salesTimeZone, today } = loaderData;
  useChanges("orders", "selling", "service", "channels", "agents", "approvals");
  const { t } = useTranslation("console");
  const { member, actions, unread } = useConsole();
  const needs = needsOf({ ...overview, unread, openAdvice: score?.openAdvice ?? 0 }, actions);
  // Until the first channel the first steps say what the empty sales would.
  const isBeforeChannels = steps.length > 0 && sales?.hasChannels === false;
  const firstName = member.name.split(" ")[0] ?? member.name;
  return (
    <>
      <PageHeader
        title={t(`greeting.${loaderData.partOfDay}`, { name: firstName })}
        state={needs.length === 0 ? t("needs.none") : t("needs.summary", { count: needs.length })}
      />
      <FirstStepsCard steps={steps} />
      <div className={cn(columns, "items-stretch *:only:col-span-full")}>
        <NeedsYou needs={needs} beneath={topAdvice.length === 0 ? {} : { advice: <TopAdvice lines={topAdvice} /> }} />
        {score === null || (score.score === null && score.gap !== "nothing-to-judge") ? null : <ScoreCard summary={score} />}
      </div>
      {sales && !isBeforeChannels ? <Sales report={sales} today={today} timeZone={salesTimeZone} /> : null}
      <Figures overview={overview} />
      <div className={cn(columns, "items-start")}>
        <LiveFeed overview={overview} />
        <Card>
          <CardHeader title={t("here.title")} />
          <CardBody>
            <PeopleHere />
          </CardBody>
        </Card>
      </div>
    </>
  );
}

/** For whoever may see them; what the team does follows below. */
function Sales(props: { report: SalesReport; today: string; timeZone: string }) {
  const { t } = useTranslation("selling");
  return (
    <>
      <SalesSection {...props} />
      <h2 className="mt-2 border-t border-line pt-6 text-lg font-semibold">{t("sales.team")}</h2>
    </>
  );
}

type OverviewData = Route.ComponentProps["loaderData"]["overview"];

function Figures({ overview }: { overview: OverviewData }) {
  const { t } = useTranslation("console");
  const { locale } = useConsole();
  const { people } = useLive();
  const { current, previous } = overview.changes;
  const waiting = overview.waitingInvitations;
  const delta = previous === 0 ? {} : { delta: { ratio: current / previous - 1, comparison: t("figures.comparison") } };
  return (
    <div className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4">
      <Figure
        label={t("figures.changes")}
        value={formatNumber(current, locale)}
        period={t("figures.period")}
        explanation={t("figures.changesRule")}
        sparkline={<Sparkline values={overview.days.map((day) => day.count)} />}
        {...delta}
      />
      <Figure
        label={t("figures.people")}
        value={formatNumber(overview.members, locale)}
        period={waiting === 0 ? t("figures.nobodyWaits") : t("figures.waiting", { count: waiting })}
        explanation={t("figures.peopleRule")}
      />
      <Figure
        label={t("figures.online")}
        value={formatNumber(Math.max(1, people.length), locale)}
        period={t("figures.ofPeople", { count: overview.members })}
        explanation={t("figures.onlineRule")}
      />
      <Figure
        label={t("figures.keys")}
        value={formatNumber(overview.activeKeys, locale)}
        period={t("figures.usable")}
        explanation={t("figures.keysRule")}
      />
    </div>
  );
}

function LiveFeed({ overview }: { overview: OverviewData }) {
  const { t } = useTranslation("activity");
  const { entries, freshIds } = useLiveFeed(overview.feed, shownEntries);
  const more = (
    <Link to="/activity" className="inline-flex items-center gap-1.5">
      {t("all")} <ArrowRight aria-hidden className="size-4" />
    </Link>
  );
  return (
    <Card>
      <CardHeader title={t("live")} description={t("liveHint")} action={more} />
      <CardBody>
        {entries.length === 0 ? (
          <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
        ) : (
          <FeedList entries={entries} freshIds={freshIds} />
        )}
      </CardBody>
    </Card>
  );
}
