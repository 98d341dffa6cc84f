import { proposals } from "#db/schema/agents.ts";
import { insert, type Write } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";
import type { Leave } from "./leave.server.ts";
import type { Facts, Proposal } from "./outcome.ts";

/** Something wanted, with the conclusion it follows from. */
export type Wish = {
  rule: string;
  ruleVersion: number;
  subject: { type: string; id: string; label: string };
  facts: Facts;
  proposal: Proposal;
  position: number;
};

/** A proposal that waits for a person, or for its agent where the leave people gave is enough. */
export function newProposal(
  ctx: ServiceContext,
  from: { agent: string; runId: string },
  wish: Wish,
  leave: Leave,
): { id: string; write: Write } {
  const id = ctx.ids.next("prp");
  const now = ctx.clock.now();
  const { proposal, position, rule, ruleVersion, subject, facts } = wish;
  const policy = leave.isFree ? leave.policy : null;
  const write = insert(proposals, {
    id,
    ...from,
    rule,
    ruleVersion,
    facts,
    subjectType: subject.type,
    subjectId: subject.id,
    subjectLabel: subject.label,
    key: proposal.key,
    groupKey: proposal.group,
    position,
    effect: proposal.effect,
    tool: proposal.call.tool,
    call: proposal.call,
    state: leave.isFree ? "approved" : "open",
    createdAt: now,
    expiresAt: now + proposal.validForMs,
    decidedBy: null,
    decidedAt: leave.isFree ? now : null,
    policyId: policy?.id ?? null,
    policyName: policy?.name ?? null,
    endedAt: null,
    result: null,
    failure: null,
  });
  return { id, write };
}
