import { useState } from "react";
import { useFetcher } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import type { CapsAnswer } from "#app/components/models/answers.ts";
import { CallsCard } from "#app/components/models/calls-card.tsx";
import { CapDialog } from "#app/components/models/cap-dialog.tsx";
import { CapsCard } from "#app/components/models/caps-card.tsx";
import { FullCaps } from "#app/components/models/full-caps.tsx";
import { ProviderHealth } from "#app/components/models/provider-health.tsx";
import { SpendBreakdown } from "#app/components/models/spend-breakdown.tsx";
import { SpendFigures } from "#app/components/models/spend-figures.tsx";
import { type People, useModelWords } from "#app/components/models/use-model-words.ts";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { listMembers } from "#app/domain/accounts/list-members.server.ts";
import { callSources } from "#app/domain/ai/kinds.ts";
import { listAiCalls } from "#app/domain/ai/list-calls.server.ts";
import { type CapRow, listAiCaps } from "#app/domain/ai/list-caps.server.ts";
import { listAiProviders } from "#app/domain/ai/list-providers.server.ts";
import { readAiBudget } from "#app/domain/ai/read-budget.server.ts";
import { readAiSpend } from "#app/domain/ai/read-spend.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/ai.ts";
import { answerCapsForm } from "./ai-action.server.ts";

export const handle = { i18n: ["models", "automation"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const periods = [7, 30, 90] as const;
const callsAtOnce = 20;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "ai:read");
  const { searchParams } = new URL(args.request.url);
  const days = periods.find((one) => String(one) === searchParams.get("days")) ?? 30;
  const source = callSources.find((one) => one === searchParams.get("source"));
  const cursor = searchParams.get("cursor") ?? undefined;
  const [providers, budget, spend, caps, calls, members] = await orErrorPage(
    Promise.all([
      listAiProviders(ctx),
      readAiBudget(ctx),
      readAiSpend(ctx, { days }),
      listAiCaps(ctx),
      listAiCalls(ctx, { source, cursor, limit: callsAtOnce }),
      listMembers(ctx, { limit: 200 }),
    ]),
  );
  const people: People = members.data.map(({ id, name }) => ({ id, name }));
  const title = await pageTitle(args.context, "models", "spend.title");
  return { title, days, source, providers: providers.data, budget, spend, caps: caps.data, calls, people };
}

export function action(args: Route.ActionArgs) {
  return answerCapsForm(args);
}

export default function AiSpending({ loaderData }: Route.ComponentProps) {
  useChanges("models");
  const { t } = useTranslation("models");
  const { days, source, providers, budget, spend, caps, calls, people } = loaderData;
  const mayWrite = useConsole().actions.includes("ai:write");
  const work = useCaps();
  const { capOf } = useModelWords(people);
  const asked = providers.filter(({ isEnabled }) => isEnabled).length;
  const monthCap = budget.caps.find(({ scope, window }) => scope === "workspace" && window === "month");
  return (
    <>
      <PageHeader
        title={t("spend.title")}
        state={asked === 0 ? t("spend.stateRules") : t("spend.stateModels", { count: asked })}
        actions={<LinkButton to="/settings/ai">{t("spend.toSettings")}</LinkButton>}
      />
      {budget.copiedAtMs === null ? null : (
        <InlineAlert tone="watch" title={t("spend.copyTitle")}>
          {t("spend.copyText")} <RelativeTime ms={budget.copiedAtMs} />
        </InlineAlert>
      )}
      <FullCaps states={budget.caps} people={people} />
      <ProviderHealth providers={providers} budget={budget} mayWrite={mayWrite} />
      <LinkTabs
        label={t("spend.period")}
        tabs={periods.map((one) => ({ to: `?days=${one}`, label: t("spend.days", { count: one }), current: one === days }))}
      />
      <SpendFigures spend={spend} days={days} monthCap={monthCap} />
      <SpendBreakdown spend={spend} />
      <CapsCard caps={caps} states={budget.caps} people={people} acts={mayWrite ? work.acts : undefined} />
      <CallsCard calls={calls.data} source={source} nextCursor={calls.nextCursor} />
      <CapDialog opened={work.opened} people={people} fetcher={work.fetcher} onClose={() => work.open(null)} />
      {work.removing === null ? null : (
        <ConfirmDialog
          open
          onOpenChange={() => work.setRemoving(null)}
          title={t("caps.removeTitle")}
          description={t("caps.removeText", { cap: capOf(work.removing) })}
          confirmLabel={t("caps.remove")}
          destructive
          onConfirm={work.remove}
        />
      )}
    </>
  );
}

/** What is done with caps, kept where no live update takes it away. */
function useCaps() {
  const { t } = useTranslation("models");
  const [opened, setOpened] = useState<CapRow | "new" | null>(null);
  const [removing, setRemoving] = useState<CapRow | null>(null);
  const fetcher = useFetcher<CapsAnswer>();
  useAnswer(fetcher, (answer) => {
    if (answer.ok) {
      setOpened(null);
      toast.ok(answer.intent === "set" ? t("caps.saved") : t("caps.removed"));
    } else if (opened === null) toast.wrong(answer.error);
  });
  /** What was refused before is not said of another cap. */
  function open(cap: CapRow | "new" | null) {
    fetcher.reset();
    setOpened(cap);
  }
  function remove() {
    if (removing?.id) void fetcher.submit({ intent: "remove", id: removing.id }, { method: "post", action: "/ai" });
    setRemoving(null);
  }
  return { opened, open, removing, setRemoving, remove, fetcher, acts: { add: () => open("new"), edit: open, remove: setRemoving } };
}
