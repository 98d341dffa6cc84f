import { redirect, useActionData, useFetcher, useSearchParams } from "react-router";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { Funnel } from "#app/components/patterns/funnel.tsx";
import { HourGrid } from "#app/components/patterns/hour-grid.tsx";
import { PatternFilters } from "#app/components/patterns/pattern-filters.tsx";
import { PatternItem } from "#app/components/patterns/pattern-item.tsx";
import { PatternsEmpty } from "#app/components/patterns/patterns-empty.tsx";
import { PeriodAccount } from "#app/components/patterns/period-account.tsx";
import { PeriodBar } from "#app/components/patterns/period-bar.tsx";
import { PeriodFacts } from "#app/components/patterns/period-facts.tsx";
import { usePeriodWords } from "#app/components/patterns/use-pattern-words.ts";
import { useDecisionNews } from "#app/components/settings/use-decision-news.ts";
import { Card } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { decidePattern } from "#app/domain/patterns/decide-pattern.server.ts";
import { foundKinds, observedKind, periods } from "#app/domain/patterns/kinds.ts";
import { listPatterns } from "#app/domain/patterns/list-patterns.server.ts";
import { evidenceOf } from "#app/domain/patterns/read-pattern.server.ts";
import { readPatternPeriod } from "#app/domain/patterns/read-pattern-period.server.ts";
import { isFound } from "#app/domain/patterns/pattern-row.ts";
import { patternStates } from "#app/domain/patterns/schemas.ts";
import { advisePattern } from "#app/domain/selling/advise-pattern.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { isDay } from "#app/platform/zoned-days.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/patterns.ts";

export const handle = { i18n: ["patterns"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 25;

/** Whatever is in the address that no filter knows is left out, so that an old link still shows the list. */
function readFilter(query: URLSearchParams) {
  const start = query.get("start") ?? "";
  return {
    period: periods.find((one) => one === query.get("period")) ?? "day",
    startDay: isDay(start) ? start : undefined,
    kind: foundKinds.find((one) => one === query.get("kind")),
    state: patternStates.find((one) => one === query.get("state")),
  };
}

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:read");
  const query = new URL(args.request.url).searchParams;
  const { kind, state, ...asked } = readFilter(query);
  const period = await readPatternPeriod(ctx, asked);
  const { startDay } = period;
  const within = { period: period.period, startDay };
  const cursor = query.get("cursor") ?? undefined;
  const [page, told] = await Promise.all([
    orErrorPage(listPatterns(ctx, { ...within, nature: "found", kind, state, limit: pageSize, cursor })),
    listPatterns(ctx, { ...within, kind: observedKind }),
  ]);
  const evidence = await evidenceOf(ctx, [...page.data, ...told.data]);
  const withEvidence = <Row extends { id: string }>(one: Row) => ({ ...one, evidence: evidence.get(one.id) ?? [] });
  return {
    title: await pageTitle(args.context, "patterns", "title"),
    period,
    shown: page.data.filter(isFound).map(withEvidence),
    account: told.data.map(withEvidence),
    nextCursor: page.nextCursor,
    kind,
    state,
  };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:read");
  const { id, state, reason } = await formFields(args.request, "id", "state", "reason");
  return tryVerb(args.context, async () => {
    if (state === "advised") {
      await advisePattern(ctx, { id });
      throw redirect("/recommendations?group=shoppers");
    }
    const pattern = await decidePattern(ctx, { id, state, reason });
    return { ok: true as const, id, state: pattern.state };
  });
}

export default function Patterns({ loaderData: { period, shown, account, nextCursor, kind, state } }: Route.ComponentProps) {
  useChanges("shoppers");
  const { t } = useTranslation("patterns");
  const { actions } = useConsole();
  const [query] = useSearchParams();
  const posted = useActionData<typeof action>();
  // Held by the page: what was decided may have left the list when the answer comes.
  const deciding = useFetcher<typeof action>();
  useDecisionNews(deciding, "/patterns", (state) => t(`told.${state}`));
  const say = usePeriodWords();
  const isFirstPage = !query.has("cursor");
  const isFiltered = kind !== undefined || state !== undefined;
  const count = shown.length;
  const told = nextCursor === null && isFirstPage ? t("stateCount", { count }) : t("stateMore", { count });
  const sessions = t("sessionCount", { count: period.sessions });
  const counted = t("state", { when: say(period.period, period.startDay), patterns: told, sessions });
  return (
    <>
      <PageHeader
        title={t("title")}
        {...(period.countedAt === null ? {} : { state: <span className="inline-block first-letter:uppercase">{counted}</span> })}
      />
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      <PeriodBar period={period} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid min-w-0 gap-5">
          <PeriodAccount account={account} />
          <Card>
            {count > 0 || isFiltered ? <PatternFilters period={period.period} start={period.startDay} kind={kind} state={state} /> : null}
            {count === 0 ? (
              <PatternsEmpty period={period} isFiltered={isFiltered} />
            ) : (
              <ul aria-label={t("list")}>
                {shown.map((pattern) => (
                  <PatternItem
                    key={pattern.id}
                    pattern={pattern}
                    isStale={period.countedAt !== null && pattern.foundAt < period.countedAt}
                    mayWrite={actions.includes("shoppers:write")}
                    mayTrigger={actions.includes("triggers:write")}
                    mayAdvise={actions.includes("selling:write")}
                    deciding={deciding}
                  />
                ))}
              </ul>
            )}
            <ListFooter nextCursor={nextCursor} />
          </Card>
        </div>
        {period.sessions + period.bots === 0 ? null : (
          <div className="grid min-w-0 gap-5">
            <Funnel funnel={period.funnel} steps={period.steps} />
            <HourGrid hours={period.hours} />
            <PeriodFacts sessions={period.sessions} returning={period.returning} bots={period.bots} devices={period.devices} />
          </div>
        )}
      </div>
    </>
  );
}
