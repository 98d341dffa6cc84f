import type { ReactNode } from "react";
import { Badge } from "#app/components/ui/badge.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { ProposalRow } from "#app/domain/agents/proposal-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ProposalStateBadge } from "./agent-states.tsx";
import { EditProposal } from "./edit-proposal.tsx";
import { openIds, type ProposalGroup } from "./group-proposals.ts";
import { DecideActs, UndoAct } from "./proposal-acts.tsx";
import { GroupOutlook, ProposalBasis, ProposalBody, useProposalTitle } from "./proposal-body.tsx";
import { useAgentWords } from "./use-agent-words.ts";
import type { Deciding } from "./use-deciding.tsx";
import { useRuleWords } from "./use-rule-words.ts";

type ItemProps = { mayWrite: boolean; deciding: Deciding };

/** One proposal, or the steps that only make sense together, with whatever can be decided about it. */
export function ProposalItem({ group, select, mayWrite, deciding }: ItemProps & { group: ProposalGroup; select: ReactNode }) {
  const { t } = useTranslation("automation");
  const titleOf = useProposalTitle();
  const wordsOf = useRuleWords();
  const { steps, isGroup } = group;
  const [first] = steps;
  if (first === undefined) return null;
  const states = new Set(steps.map(({ state }) => state));
  return (
    <li className="flex gap-3 border-b border-line px-5 py-4 last:border-b-0">
      {select}
      <div className="grid min-w-0 grow gap-2.5">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="grid min-w-0 grow basis-72 gap-1.5">
            <Marks proposal={first} isTold={states.size === 1} />
            <h2 className="text-base leading-6 font-semibold break-words">{wordsOf(first).title}</h2>
            {isGroup ? (
              <p className="max-w-prose text-muted">
                {t("proposals.group", { count: steps.length })}. {t("proposals.groupHint")}
              </p>
            ) : null}
          </div>
          {mayWrite ? <DecideActs ids={openIds(group)} title={titleOf(first)} deciding={deciding} /> : null}
        </div>
        {isGroup ? (
          <>
            <ol className="grid gap-4">
              {steps.map((step, index) => (
                <Step key={step.id} step={step} number={index + 1} isTold={states.size === 1} mayWrite={mayWrite} deciding={deciding} />
              ))}
            </ol>
            <GroupOutlook step={first} />
          </>
        ) : (
          <Single proposal={first} mayWrite={mayWrite} deciding={deciding} />
        )}
      </div>
    </li>
  );
}

function Marks({ proposal: { agent, state, createdAt }, isTold }: { proposal: ProposalRow; isTold: boolean }) {
  const { nameOf } = useAgentWords();
  return (
    <p className="flex flex-wrap items-center gap-2">
      {isTold ? <ProposalStateBadge state={state} /> : null}
      <Badge>{nameOf(agent)}</Badge>
      <RelativeTime ms={createdAt} className="text-muted" />
    </p>
  );
}

function Single({ proposal, mayWrite, deciding }: ItemProps & { proposal: ProposalRow }) {
  const titleOf = useProposalTitle();
  return (
    <>
      <ProposalBody proposal={proposal} />
      {mayWrite ? <EditProposal proposal={proposal} title={titleOf(proposal)} deciding={deciding} /> : null}
      <ProposalBasis proposal={proposal} />
      {mayWrite ? (
        <p className="empty:hidden">
          <UndoAct proposal={proposal} title={titleOf(proposal)} deciding={deciding} />
        </p>
      ) : null}
    </>
  );
}

type StepProps = ItemProps & { step: ProposalRow; number: number; isTold: boolean };

function Step({ step, number, isTold, mayWrite, deciding }: StepProps) {
  const { t } = useTranslation("automation");
  const titleOf = useProposalTitle();
  return (
    <li className="grid gap-1.5 border-l-2 border-line pl-4">
      <p className="flex flex-wrap items-center gap-2">
        <span className="label-caps">{t("proposals.step", { number })}</span>
        {isTold ? null : <ProposalStateBadge state={step.state} />}
      </p>
      <ProposalBody proposal={step} isStep />
      {mayWrite ? (
        <EditProposal proposal={step} title={`${titleOf(step)}, ${t("proposals.step", { number })}`} deciding={deciding} />
      ) : null}
      <ProposalBasis proposal={step} />
      {mayWrite ? (
        <p className="empty:hidden">
          <UndoAct proposal={step} title={`${titleOf(step)}, ${t("proposals.step", { number })}`} deciding={deciding} />
        </p>
      ) : null}
    </li>
  );
}
