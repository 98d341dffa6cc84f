import { useChanges } from "#app/components/console/use-changes.ts";
import { MessageCircleHeart } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useSearchParams } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { FilterBar } from "#app/components/service/filter-bar.tsx";
import { QuestionCard } from "#app/components/service/question-card.tsx";
import { NoMatch, ServiceList, Teaching } from "#app/components/service/service-list.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { answerQuestion } from "#app/domain/service/answer-question.server.ts";
import { countOpenQuestions, listQuestions } from "#app/domain/service/list-questions.server.ts";
import { listServiceChannels } from "#app/domain/service/list-service-channels.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/questions.ts";
import { readQuestionsView, toQuestionsInput } from "./service-query.ts";

export const handle = { i18n: ["service"] } satisfies I18nHandle;

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "service:read");
  const query = new URL(args.request.url).searchParams;
  const [page, counts, channels] = await orErrorPage(
    Promise.all([listQuestions(ctx, toQuestionsInput(query)), countOpenQuestions(ctx), listServiceChannels(ctx)]),
  );
  return { title: await pageTitle(args.context, "service", "questions.title"), page, counts, channels, view: readQuestionsView(query) };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "service:write");
  const { id, text } = await formFields(args.request, "id", "text");
  return tryVerb(args.context, async () => {
    await answerQuestion(ctx, { id, text });
    return { ok: true as const, id };
  });
}

export default function Questions({ loaderData: { page, counts, channels, view } }: Route.ComponentProps) {
  useChanges("service");
  const { t } = useTranslation("service");
  const { actions } = useConsole();
  const [query] = useSearchParams();
  const isNarrowed = ["q", "channel", "listing"].some((name) => query.has(name));
  const clearTo = `/questions?view=${view}`;
  const empty = isNarrowed ? <NoMatch clearTo={clearTo} /> : <Nothing view={view} hasChannels={channels.length > 0} />;
  const tabs = (["open", "overdue", "answered", "all"] as const).map((name) => ({
    to: name === "open" ? "/questions" : `/questions?view=${name}`,
    label: t(`questions.views.${name}`),
    current: view === name,
    ...(name === "overdue" && counts.overdue > 0 ? { count: counts.overdue } : {}),
  }));
  return (
    <>
      <PageHeader title={t("questions.title")} state={useWaiting(counts)} />
      <LinkTabs label={t("questions.view")} tabs={tabs} />
      <ServiceList
        label={t("questions.list")}
        path="/questions"
        nextCursor={page.nextCursor}
        isEmpty={page.data.length === 0}
        empty={empty}
        bar={
          <FilterBar
            searchLabel={t("searchQuestions")}
            kept={["view", "listing"]}
            clearTo={clearTo}
            choices={[
              {
                name: "channel",
                label: t("filter.channel"),
                anyLabel: t("filter.anyChannel"),
                options: channels.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]}
          />
        }
      >
        {page.data.map((question) => (
          <QuestionCard
            key={question.id}
            question={question}
            channel={channels.find((channel) => channel.id === question.channelId)}
            mayAnswer={actions.includes("service:write")}
          />
        ))}
      </ServiceList>
    </>
  );
}

function useWaiting({ open, overdue }: { open: number; overdue: number }): string {
  const { t } = useTranslation("service");
  const locale = useLocale();
  if (open === 0) return t("questions.none");
  const waiting = t("questions.open", { count: open, shown: formatNumber(open, locale) });
  if (overdue === 0) return t("questions.inTime", { open: waiting });
  return t("questions.withOverdue", { open: waiting, overdue: formatNumber(overdue, locale) });
}

function Nothing({ view, hasChannels }: { view: string; hasChannels: boolean }) {
  const { t } = useTranslation("service");
  if (!hasChannels) return <Teaching title={t("questions.emptyTitle")} text={t("questions.emptyText")} />;
  const isDone = view === "open" || view === "overdue";
  return (
    <EmptyState
      title={isDone ? t("questions.allDone") : t("noMatch")}
      picture={<MessageCircleHeart aria-hidden className="mx-auto size-10" />}
    >
      {isDone ? t("questions.allDoneText") : null}
    </EmptyState>
  );
}
