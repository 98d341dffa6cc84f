import { ArrowLeft } from "lucide-react";
import { useSearchParams } from "react-router";
import { DryBadge, RunStateBadge } from "#app/components/agents/agent-states.tsx";
import { DecisionItem } from "#app/components/agents/decision-item.tsx";
import { LookingLine } from "#app/components/agents/looking-line.tsx";
import { MessageItem } from "#app/components/agents/message-item.tsx";
import { RunFacts } from "#app/components/agents/run-facts.tsx";
import { useAgentWords } from "#app/components/agents/use-agent-words.ts";
import { useDeciding } from "#app/components/agents/use-deciding.tsx";
import { RunCalls } from "#app/components/models/calls-card.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { actorAllows } from "#app/domain/actor.ts";
import { type RunState, type Verdict, verdicts } from "#app/domain/agents/kinds.ts";
import { type DecisionRow, readRun } from "#app/domain/agents/read-run.server.ts";
import { listAiCalls } from "#app/domain/ai/list-calls.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/run.ts";

export const handle = { i18n: ["automation", "agents", "analysis", "models"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const mostCalls = 100;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "agents:read");
  const look = await orErrorPage(readRun(ctx, { id: args.params.id }));
  const asked = actorAllows(ctx.actor, "ai:read")
    ? await orErrorPage(listAiCalls(ctx, { runId: look.run.id, limit: mostCalls }))
    : undefined;
  return { title: await pageTitle(args.context, "automation", `agentNames.${look.run.agent}`), look, calls: asked?.data ?? [] };
}

export default function RunPage({ loaderData: { look, calls } }: Route.ComponentProps) {
  // What was asked of models is written down a moment after the look is over.
  useChanges("agents", "models");
  const { t } = useTranslation("automation");
  const { nameOf } = useAgentWords();
  const { run, decisions } = look;
  const isDry = run.mode === "dry";
  const agent = nameOf(run.agent);
  return (
    <>
      <PageHeader
        title={t("run.title", { agent })}
        state={
          <span className="flex flex-wrap items-center gap-2">
            <RelativeTime ms={run.createdAt} />
            <RunStateBadge state={run.state} />
            {isDry ? <DryBadge /> : null}
            {run.state === "done" ? t("list.conclusions", { count: decisions.length }) : null}
          </span>
        }
        actions={
          <LinkButton to={`/agents/${run.agent}`} size="sm" icon={<ArrowLeft aria-hidden />}>
            {t("run.back", { agent })}
          </LinkButton>
        }
      />
      {isDry ? (
        <InlineAlert tone="info" title={t("run.dryTitle")}>
          {t("run.dryText")}
        </InlineAlert>
      ) : null}
      {run.failure === null ? null : (
        <InlineAlert tone={run.state === "failed" ? "wrong" : "watch"} title={t(`run.states.${run.state}`)}>
          {t(`run.failures.${run.failure}`)}
        </InlineAlert>
      )}
      {look.looking === null ? null : <LookingLine looking={look.looking} />}
      <RunFacts run={run} />
      <Log look={look} isDry={isDry} />
      <RunCalls calls={calls} />
    </>
  );
}

/** What an empty log says of a look; one that failed says it above. */
const emptyLog: Partial<Record<RunState, "run.waiting" | "run.running" | "run.none">> = {
  queued: "run.waiting",
  running: "run.running",
  done: "run.none",
};

type Look = Route.ComponentProps["loaderData"]["look"];

/** From what it heard to what it said. */
function Log({ look: { run, decisions, heard, said }, isDry }: { look: Look; isDry: boolean }) {
  const { t } = useTranslation("automation");
  const { actions } = useConsole();
  const [query] = useSearchParams();
  const { deciding, dialog } = useDeciding();
  const only = verdicts.find((verdict) => verdict === query.get("only"));
  const shown = only === undefined ? decisions : decisions.filter(({ verdict }) => verdict === only);
  const isEmpty = decisions.length + heard.length + said.length === 0;
  if (isEmpty) {
    const words = emptyLog[run.state];
    return words === undefined ? null : (
      <Card>
        <CardBody className="text-muted">{t(words)}</CardBody>
      </Card>
    );
  }
  return (
    <Card>
      <CardHeader title={t("run.log")} />
      {decisions.length > 1 ? <Verdicts decisions={decisions} only={only} /> : null}
      <ol aria-label={t("run.log")}>
        {only === undefined ? heard.map((row) => <MessageItem key={row.id} row={row} way="heard" />) : null}
        {shown.map((decision) => (
          <DecisionItem
            key={decision.id}
            decision={decision}
            isDry={isDry}
            mayWrite={actions.includes("agents:write")}
            deciding={deciding}
          />
        ))}
        {only === undefined ? said.map((row) => <MessageItem key={row.id} row={row} way="said" />) : null}
      </ol>
      {only !== undefined && shown.length === 0 ? <CardBody className="text-muted">{t("run.noneOfKind")}</CardBody> : null}
      {dialog}
    </Card>
  );
}

function Verdicts({ decisions, only }: { decisions: readonly DecisionRow[]; only: Verdict | undefined }) {
  const { t } = useTranslation("automation");
  const countOf = (verdict: Verdict) => decisions.filter((one) => one.verdict === verdict).length;
  const kinds = verdicts.filter((verdict) => verdict === only || countOf(verdict) > 0);
  return (
    <LinkTabs
      label={t("run.filter")}
      className="px-5"
      tabs={[
        { to: "?", label: t("run.all"), current: only === undefined, count: decisions.length },
        ...kinds.map((verdict) => ({
          to: `?only=${verdict}`,
          label: t(`verdicts.${verdict}`),
          current: verdict === only,
          count: countOf(verdict),
        })),
      ]}
    />
  );
}
