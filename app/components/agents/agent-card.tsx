import { Link } from "react-router";
import { Card, CardBody, CardFooter } from "#app/components/ui/card.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { AgentSummary } from "#app/domain/agents/list-agents.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AgentActs } from "./agent-acts.tsx";
import { AgentFact } from "./agent-fact.tsx";
import { AgentState, DryBadge, RunStateBadge } from "./agent-states.tsx";
import { NextLook } from "./next-look.tsx";
import { useAgentWords } from "./use-agent-words.ts";
import { useRhythmWords } from "./use-rhythm-words.ts";

/** What an agent does, how it stands, and what waits for a person. */
export function AgentCard({ agent, mayWrite }: { agent: AgentSummary; mayWrite: boolean }) {
  const { t } = useTranslation("automation");
  const { nameOf, doesOf } = useAgentWords();
  const rhythmOf = useRhythmWords();
  const { id, state, lastRun, openProposals } = agent;
  return (
    <Card className="flex flex-col">
      <CardBody className="grid grow content-start gap-4">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <h2 className="text-base font-semibold">
            <Link to={`/agents/${id}`} className="break-words">
              {nameOf(id)}
            </Link>
          </h2>
          <AgentState state={state} />
          <p className="w-full text-muted">{doesOf(id)}</p>
        </div>
        <dl className="grid grid-cols-2 gap-x-4 gap-y-3 text-sm">
          <AgentFact label={t("list.lastLook")}>
            {lastRun === null ? (
              t("list.never")
            ) : (
              <Link to={`/agents/runs/${lastRun.id}`} className="underline decoration-1 underline-offset-4">
                <RelativeTime ms={lastRun.createdAt} />
              </Link>
            )}
          </AgentFact>
          <AgentFact label={t("list.nextLook")} hint={t("list.every", { duration: rhythmOf(agent.everyMinutes) })}>
            <NextLook state={state} nextRunAt={agent.nextRunAt} />
          </AgentFact>
        </dl>
        {lastRun === null ? null : (
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
            <RunStateBadge state={lastRun.state} />
            {lastRun.mode === "dry" ? <DryBadge /> : null}
            {lastRun.state === "done" ? t("list.conclusions", { count: lastRun.decisions }) : null}
          </p>
        )}
        {openProposals === 0 ? (
          <p className="text-sm text-muted">{t("list.noneOpen")}</p>
        ) : (
          <p>
            <Link to={`/proposals?agent=${id}`} className="font-semibold text-accent underline decoration-1 underline-offset-4">
              {t("list.open", { count: openProposals })}
            </Link>
          </p>
        )}
      </CardBody>
      {mayWrite ? (
        <CardFooter className="justify-start">
          <AgentActs id={id} state={state} />
        </CardFooter>
      ) : null}
    </Card>
  );
}
