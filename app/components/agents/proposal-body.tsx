import type { ReactNode } from "react";
import { Link } from "react-router";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ProposalRow } from "#app/domain/agents/proposal-row.ts";
import { formatRelative } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { FactTable } from "./fact-table.tsx";
import { RewriteBody } from "./rewrite-body.tsx";
import { ProposalEdit, ProposalRealised } from "./proposal-afterwards.tsx";
import { SubjectLink } from "./subject-link.tsx";
import { useAgentWords } from "./use-agent-words.ts";
import { useRuleWords } from "./use-rule-words.ts";

/** A proposal in one line, for buttons that stand far from it. */
export function useProposalTitle(): (proposal: ProposalRow) => string {
  const wordsOf = useRuleWords();
  return (proposal) => [wordsOf(proposal).title, proposal.subject.label].filter((part) => part !== "").join(", ");
}

/** What it says, what is to be done, what is expected of it, and how it stands. Of a step, the last two are told of its group. */
export function ProposalBody({ proposal, isStep = false }: { proposal: ProposalRow; isStep?: boolean }) {
  const { t } = useTranslation("automation");
  const { toolOf } = useAgentWords();
  const { says, effect } = useRuleWords()(proposal);
  const { subject, call } = proposal;
  return (
    <div className="grid min-w-0 gap-1.5">
      {says === undefined ? <p className="text-muted">{t("decision.unknownRule")}</p> : <p className="max-w-prose break-words">{says}</p>}
      {says === undefined ? <FactTable facts={proposal.facts} /> : null}
      <RewriteBody id={proposal.id} call={call} facts={proposal.facts} />
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        <Part label={t("decision.about")}>
          <SubjectLink subject={subject} call={call} />
        </Part>
        <Part label={t("proposals.does")}>{toolOf(call.tool)}</Part>
        {effect === undefined || isStep ? null : <Part label={t("proposals.expects")}>{effect}</Part>}
      </dl>
      <ProposalEdit proposal={proposal} />
      <ProposalRealised proposal={proposal} />
      {isStep && proposal.state === "open" ? null : <ProposalStanding proposal={proposal} />}
    </div>
  );
}

/** What the steps of a group lead to together. */
export function GroupOutlook({ step }: { step: ProposalRow }) {
  const { t } = useTranslation("automation");
  const { effect } = useRuleWords()(step);
  return (
    <>
      {effect === undefined ? null : (
        <dl>
          <Part label={t("proposals.expects")}>{effect}</Part>
        </dl>
      )}
      {step.state === "open" ? <ProposalStanding proposal={step} /> : null}
    </>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-baseline gap-2">
      <dt className="shrink-0 text-muted">{label}</dt>
      <dd className="min-w-0 font-semibold break-words">{children}</dd>
    </div>
  );
}

/** Who decided, until when one may, and why it came to nothing. */
export function ProposalStanding({ proposal }: { proposal: ProposalRow }) {
  const { t } = useTranslation("automation");
  const locale = useLocale();
  const { nowMs } = usePageClock();
  const { failureOf } = useAgentWords();
  const { state, expiresAt, failure, decidedBy, decidedAt, policy } = proposal;
  const reason = failure === null ? undefined : (failureOf(failure) ?? t("proposals.unknownFailure"));
  const lines = [
    state === "open" && expiresAt > nowMs ? t("proposals.expires", { when: formatRelative(expiresAt, nowMs, locale) }) : undefined,
    state === "open" && expiresAt <= nowMs ? t("proposals.over") : undefined,
    decidedBy === null ? undefined : t(`proposals.decidedBy.${state === "rejected" ? "rejected" : "approved"}`, { name: decidedBy }),
    decidedBy === null && decidedAt !== null
      ? policy === null
        ? t("proposals.decidedBy.itself")
        : t("proposals.decidedBy.policy", { name: policy.name })
      : undefined,
    state === "superseded" ? t("proposals.supersededHint") : undefined,
  ].filter((line) => line !== undefined);
  return (
    <>
      {reason === undefined ? null : (
        <p className="max-w-prose">
          <strong className="font-semibold text-wrong">{t(state === "applied" ? "proposals.notUndone" : "proposals.failed")}:</strong>{" "}
          {reason}
        </p>
      )}
      {lines.length === 0 ? null : <p className="text-sm text-muted">{lines.join(" · ")}</p>}
    </>
  );
}

/** Everything it is based on, and the log it was concluded in. */
export function ProposalBasis({ proposal }: { proposal: ProposalRow }) {
  const { t } = useTranslation("automation");
  const titleOf = useProposalTitle();
  const { rule, ruleVersion, facts, runId } = proposal;
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-sm text-accent underline decoration-1 underline-offset-4 pointer-coarse:py-2">
        {t("proposals.why")}
      </summary>
      <div className="mt-2 grid gap-2 rounded border border-line bg-sunken/50 px-4 py-3">
        {Object.keys(facts).length === 0 ? <p className="text-muted">{t("decision.noFacts")}</p> : <FactTable facts={facts} />}
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <span className="break-all">
            {t("decision.rule")} <code>{rule}</code>, {t("decision.version", { version: ruleVersion })}
          </span>
          <Link
            to={runId.startsWith("fir_") ? "/triggers" : `/agents/runs/${runId}`}
            className="text-accent underline decoration-1 underline-offset-4"
            aria-label={t("proposals.toRunLabel", { proposal: titleOf(proposal) })}
          >
            {t("proposals.toRun")}
          </Link>
        </p>
      </div>
    </details>
  );
}
