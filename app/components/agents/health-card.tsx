import { Link } from "react-router";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { AgentHealth } from "#app/domain/agents/ports.ts";
import type { Agent } from "#app/domain/agents/read-agent.server.ts";
import { formatNumber, formatRelative } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AgentFact } from "./agent-fact.tsx";
import { LookingLine } from "./looking-line.tsx";
import { NextLook } from "./next-look.tsx";

const tones: Record<AgentHealth["circuit"], StateTone> = { closed: "ok", open: "wrong", "half-open": "watch" };

/** Whether an agent can work right now, and what keeps it busy. */
export function HealthCard({ agent }: { agent: Agent }) {
  const { t } = useTranslation("automation");
  const locale = useLocale();
  const { health, burst, ratePerMinute, runs, openProposals } = agent;
  return (
    <Card>
      <CardHeader title={t("health.title")} />
      <CardBody className="grid gap-5">
        {health === null ? <InlineAlert tone="watch" title={t("health.silent")} /> : null}
        {health === null || health.looking === null ? null : <LookingLine looking={health.looking} leads />}
        <dl className="grid gap-x-6 gap-y-4 text-sm sm:grid-cols-2 lg:grid-cols-3">
          {health === null ? null : (
            <>
              <AgentFact label={t("health.tokens")} hint={t("health.tokensHint", { rate: ratePerMinute, burst })}>
                <Tokens tokens={health.tokens} burst={burst} />
              </AgentFact>
              <AgentFact label={t("health.circuit")} hint={t("health.circuitHint")}>
                <Circuit health={health} />
              </AgentFact>
              <AgentFact label={t("health.queue")} hint={t("health.queueHint")}>
                {health.queue.length === 0 ? t("health.queueNone") : t("health.queueCount", { count: health.queue.length })}
              </AgentFact>
            </>
          )}
          <AgentFact label={t("health.next")}>
            <NextLook state={agent.state} nextRunAt={agent.nextRunAt} />
          </AgentFact>
          <AgentFact label={t("health.unheard")} hint={t("health.unheardHint")}>
            {formatNumber(agent.unheardMessages, locale)}
          </AgentFact>
          <AgentFact label={t("health.runs")} hint={t("health.runsHint", { failed: runs.failed, putOff: runs.putOff })}>
            {t("health.runsValue", { count: runs.done, done: formatNumber(runs.done, locale) })}
          </AgentFact>
          <AgentFact label={t("health.success")} hint={t("health.successHint", agent.success)}>
            {agent.success.measured === 0 ? t("health.successNone") : t("health.successValue", agent.success)}
          </AgentFact>
          <AgentFact label={t("health.actions")}>
            {t("leaves.usedOf", {
              used: formatNumber(Math.max(0, agent.actionsPerDay - agent.doneByItselfToday), locale),
              most: formatNumber(agent.actionsPerDay, locale),
            })}
          </AgentFact>
          <AgentFact label={t("health.open")}>
            <Link to={`/proposals?agent=${agent.id}`} className="underline decoration-1 underline-offset-4">
              {openProposals === 0 ? t("list.noneOpen") : t("list.open", { count: openProposals })}
            </Link>
          </AgentFact>
        </dl>
        {health === null || health.queue.length === 0 ? null : <Queue queue={health.queue} />}
      </CardBody>
    </Card>
  );
}

function Tokens({ tokens, burst }: { tokens: number; burst: number }) {
  const { t } = useTranslation("automation");
  const locale = useLocale();
  const words = t("health.tokensOf", { tokens: formatNumber(tokens, locale), burst: formatNumber(burst, locale) });
  return (
    <span className="grid gap-1">
      {words}
      <progress aria-label={t("health.tokens")} aria-valuetext={words} max={burst} value={Math.min(tokens, burst)} className="sr-only" />
      <span aria-hidden className="h-2 max-w-60 overflow-hidden rounded-full border border-line bg-sunken">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${Math.min(1, tokens / Math.max(1, burst)) * 100}%` }} />
      </span>
    </span>
  );
}

function Circuit({ health: { circuit, retryAtMs } }: { health: AgentHealth }) {
  const { t } = useTranslation("automation");
  const locale = useLocale();
  const { nowMs } = usePageClock();
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <StateBadge tone={tones[circuit]}>{t(`health.circuits.${circuit}`)}</StateBadge>
      {circuit === "open" && retryAtMs !== null ? (
        <span className="font-normal text-muted">{t("health.retryAt", { when: formatRelative(retryAtMs, nowMs, locale) })}</span>
      ) : null}
    </span>
  );
}

function Queue({ queue }: { queue: AgentHealth["queue"] }) {
  const { t } = useTranslation("automation");
  return (
    <ol aria-label={t("health.queueList")} className="grid gap-1 rounded border border-line bg-sunken/50 px-4 py-3">
      {queue.map(({ kind, id, priority, waitsSinceMs }) => (
        <li key={`${kind}/${id}`} className="flex flex-wrap items-baseline gap-x-3">
          {kind === "run" ? (
            <Link to={`/agents/runs/${id}`} className="font-semibold underline decoration-1 underline-offset-4">
              {t("health.jobs.run")}
            </Link>
          ) : (
            <span className="font-semibold">{t(`health.jobs.${kind}`)}</span>
          )}
          <span className="text-muted">
            {t("health.since")} <RelativeTime ms={waitsSinceMs} /> · {t("health.priority", { priority })}
          </span>
        </li>
      ))}
    </ol>
  );
}
