import { ArrowRightCircle, CircleSlash, Eye, type LucideIcon, MessageCircle } from "lucide-react";
import { Badge } from "#app/components/ui/badge.tsx";
import type { Verdict } from "#app/domain/agents/kinds.ts";
import type { DecisionRow } from "#app/domain/agents/read-run.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DryBadge, ProposalStateBadge } from "./agent-states.tsx";
import { FactTable } from "./fact-table.tsx";
import { DecideActs, UndoAct } from "./proposal-acts.tsx";
import { ProposalStanding, useProposalTitle } from "./proposal-body.tsx";
import { RewriteBody } from "./rewrite-body.tsx";
import { SubjectLink } from "./subject-link.tsx";
import { useAgentWords } from "./use-agent-words.ts";
import type { Deciding } from "./use-deciding.tsx";
import { useRuleWords } from "./use-rule-words.ts";

type DecisionItemProps = { decision: DecisionRow; isDry: boolean; mayWrite: boolean; deciding: Deciding };

const icons: Record<Verdict, LucideIcon> = { found: Eye, proposed: ArrowRightCircle, asked: MessageCircle, left: CircleSlash };

/** One conclusion: what was seen, by which rule, and what came of it. */
export function DecisionItem({ decision, isDry, mayWrite, deciding }: DecisionItemProps) {
  const { t } = useTranslation("automation");
  const { toolOf } = useAgentWords();
  const wordsOf = useRuleWords();
  const { verdict, facts, subject, call, proposal } = decision;
  const { title, says, effect } = wordsOf({ ...decision, effect: proposal?.effect ?? {} });
  const Icon = icons[verdict];
  return (
    <li className="grid gap-1.5 border-b border-line px-5 py-4 last:border-b-0">
      <p className="flex flex-wrap items-center gap-2">
        <span title={t(`verdictHints.${verdict}`)}>
          <Badge icon={<Icon aria-hidden />}>{t(`verdicts.${verdict}`)}</Badge>
        </span>
        {proposal === null ? null : <ProposalStateBadge state={proposal.state} />}
        {isDry && call !== null ? <DryBadge /> : null}
        <SubjectLink subject={subject} call={call} className="min-w-0 break-words text-muted" />
      </p>
      <h3 className="font-semibold break-words">{title}</h3>
      {says === undefined ? (
        <>
          <p className="text-muted">{t("decision.unknownRule")}</p>
          <FactTable facts={facts} />
        </>
      ) : (
        <p className="max-w-prose break-words">{says}</p>
      )}
      {call === null ? null : <RewriteBody id={proposal?.id ?? ""} call={call} facts={facts} />}
      {effect === undefined || call === null ? null : (
        <p className="max-w-prose text-muted">
          {t(isDry ? "decision.wouldExpect" : "proposals.expects")}: {effect}
        </p>
      )}
      {isDry && call !== null ? <p className="font-semibold">{t("decision.wouldPropose", { tool: toolOf(call.tool) })}</p> : null}
      {proposal === null ? null : <Outcome proposal={proposal} mayWrite={mayWrite} deciding={deciding} />}
      <Basis decision={decision} />
    </li>
  );
}

type OutcomeProps = Pick<DecisionItemProps, "mayWrite" | "deciding"> & { proposal: NonNullable<DecisionRow["proposal"]> };

function Outcome({ proposal, mayWrite, deciding }: OutcomeProps) {
  const { t } = useTranslation("automation");
  const title = useProposalTitle()(proposal);
  return (
    <>
      <ProposalStanding proposal={proposal} />
      {proposal.group !== null && proposal.state === "open" ? <p className="text-sm text-muted">{t("proposals.oneOfGroup")}</p> : null}
      {mayWrite ? (
        <div className="empty:hidden">
          {proposal.state === "open" ? <DecideActs ids={[proposal.id]} title={title} deciding={deciding} /> : null}
          <UndoAct proposal={proposal} title={title} deciding={deciding} />
        </div>
      ) : null}
    </>
  );
}

function Basis({ decision: { rule, ruleVersion, facts } }: { decision: DecisionRow }) {
  const { t } = useTranslation("automation");
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-sm text-accent underline decoration-1 underline-offset-4 pointer-coarse:py-2">
        {t("decision.facts")}
      </summary>
      <div className="mt-2 grid gap-2 rounded border border-line bg-sunken/50 px-4 py-3">
        {Object.keys(facts).length === 0 ? <p className="text-muted">{t("decision.noFacts")}</p> : <FactTable facts={facts} />}
        <p className="text-sm break-all text-muted">
          {t("decision.rule")} <code>{rule}</code>, {t("decision.version", { version: ruleVersion })}
        </p>
      </div>
    </details>
  );
}
