import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useActionData, useFetcher, useSubmit } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { AdviceEmpty } from "#app/components/selling/advice-empty.tsx";
import { AdviceFilters } from "#app/components/selling/advice-filters.tsx";
import { AdviceItem } from "#app/components/selling/advice-item.tsx";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Card } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { countRecommendations } from "#app/domain/selling/count-recommendations.server.ts";
import { decideRecommendation } from "#app/domain/selling/decide-recommendation.server.ts";
import { listRecommendations } from "#app/domain/selling/list-recommendations.server.ts";
import { ruleGroups } from "#app/domain/selling/rules/rule.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/recommendations.ts";

export const handle = { i18n: ["advice"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 25;
const tabs = ["open", "applied", "dismissed"] as const;

/** Whatever is in the address that no filter knows is left out, so that an old link still shows the list. */
function readFilter(query: URLSearchParams) {
  const state = tabs.find((tab) => tab === query.get("state")) ?? "open";
  const group = ruleGroups.find((one) => one === query.get("group"));
  return { state, group, channelId: query.get("channel")?.slice(0, 60) ?? "" };
}

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "selling:read");
  const query = new URL(args.request.url).searchParams;
  const filter = readFilter(query);
  const [page, { counts, channels }] = await orErrorPage(
    Promise.all([
      listRecommendations(ctx, { ...filter, limit: pageSize, cursor: query.get("cursor") ?? undefined }),
      countRecommendations(ctx),
    ]),
  );
  return { title: await pageTitle(args.context, "advice", "title"), page, filter, counts, channels };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "selling:write");
  const { id, state, reason } = await formFields(args.request, "id", "state", "reason");
  return tryVerb(args.context, async () => {
    const advice = await decideRecommendation(ctx, { id, state, ...(reason === "" ? {} : { reason }) });
    return { ok: true as const, id, state: advice.state, hasChanged: advice.remedy !== null && advice.remedy.kind !== "page" };
  });
}

export default function Recommendations({ loaderData: { page, filter, counts, channels } }: Route.ComponentProps) {
  useChanges("selling");
  const { t } = useTranslation("advice");
  const { actions } = useConsole();
  const posted = useActionData<typeof action>();
  // Held by the page: what was decided has left the list when the answer comes.
  const deciding = useFetcher<typeof action>();
  useDecisionNews(deciding);
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  const isFiltered = filter.group !== undefined || filter.channelId !== "";
  return (
    <>
      <PageHeader title={t("title")} state={counts.open === 0 ? t("stateNone") : t("state", { count: counts.open })} />
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      <LinkTabs
        label={t("tabs.label")}
        tabs={tabs.map((tab) => ({
          to: tab === "open" ? "/recommendations" : `/recommendations?state=${tab}`,
          label: t(`tabs.${tab}`),
          current: tab === filter.state,
          ...(counts[tab] > 0 ? { count: counts[tab] } : {}),
        }))}
      />
      <Card>
        {counts[filter.state] > 0 || isFiltered ? <AdviceFilters {...filter} channels={channels} /> : null}
        {page.data.length === 0 ? (
          <AdviceEmpty state={filter.state} isFiltered={isFiltered} hasChannels={channels.length > 0} />
        ) : (
          <ul aria-label={t("list")}>
            {page.data.map((advice) => (
              <AdviceItem
                key={advice.id}
                advice={advice}
                channelName={names.get(advice.channelId)}
                mayWrite={actions.includes("selling:write")}
                deciding={deciding}
              />
            ))}
          </ul>
        )}
        <ListFooter nextCursor={page.nextCursor} />
      </Card>
    </>
  );
}

type Answered = Parameters<typeof useAnswer<Awaited<ReturnType<typeof useFetcher<typeof action>>>["data"]>>[0];

/** Says what was decided and offers to take it back. */
function useDecisionNews(deciding: Answered): void {
  const { t } = useTranslation(["advice", "common"]);
  const submit = useSubmit();
  useAnswer(deciding, (answer) => {
    if (answer === undefined) return;
    if (!answer.ok) {
      toast.wrong(answer.error);
      return;
    }
    const { id, state, hasChanged } = answer;
    const undo = () => void submit({ id, state: "open" }, { method: "post", action: "/recommendations", navigate: false });
    const action = { label: t("undo", { ns: "common" }), onPress: undo };
    if (state === "applied") toast.ok(t("told.applied"), hasChanged ? {} : { action });
    else if (state === "dismissed") toast.ok(t("told.dismissed"), { action });
    else toast.ok(t("told.reopened"), hasChanged ? { description: t("told.priceStays") } : {});
  });
}
