import { mutate } from "#db/mutate.server.ts";
import { toolPolicies } from "#db/schema/triggers.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { type ProposalState, proposalStates } from "../kinds.ts";
import { oneOf } from "../run-row.ts";
import type { Check } from "../../conditions.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { parseInput } from "../../errors.ts";
import { findPolicy } from "./find-policy.server.ts";
import { judge } from "./judge.ts";
import { pastProposals } from "./past-proposals.server.ts";

const shown = 20;

export type PolicyTest = {
  /** How many proposals of the tool there were, how many it would have let through, and how many of those people rejected. */
  looked: number;
  passes: number;
  rejected: number;
  /** The newest first; not all where there were many. */
  proposals: { id: string; at: number; label: string; state: ProposalState; passes: boolean; checks: Check[] }[];
};

/** What a policy would have let through so far. Nothing is done; only that it was tried is written down. */
export async function testPolicy(ctx: ServiceContext, input: { id: string }): Promise<PolicyTest> {
  requirePermission(ctx, "agents:write");
  const { id } = parseInput(byIdSchema, input);
  const { row, policy } = await findPolicy(ctx, id);
  const judged = (await pastProposals(ctx, policy.tool)).map((past) => ({ past: past.row, ...judge(policy, past) }));
  const through = judged.filter(({ passes }) => passes);
  const test: PolicyTest = {
    looked: judged.length,
    passes: through.length,
    rejected: through.filter(({ past }) => past.state === "rejected").length,
    proposals: judged.slice(0, shown).map(({ past, passes, checks }) => ({
      id: past.id,
      at: past.createdAt,
      label: past.subjectLabel,
      state: oneOf(proposalStates, past.state, "failed"),
      passes,
      checks,
    })),
  };
  await mutate(ctx, {
    writes: [update(toolPolicies, row, { testedAt: ctx.clock.now() })],
    audit: {
      action: "policy.tested",
      subject: { type: "policy", id, label: policy.name },
      after: { looked: test.looked, passes: test.passes },
    },
    events: [{ type: "data.changed", area: "agents" }],
  });
  return test;
}
