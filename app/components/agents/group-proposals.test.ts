import { expect, test } from "vitest";
import type { ProposalRow } from "#app/domain/agents/proposal-row.ts";
import { groupProposals, openIds } from "./group-proposals.ts";

function aProposal(own: Partial<ProposalRow>): ProposalRow {
  return {
    id: "prp_1",
    agent: "optimizer",
    runId: "run_1",
    group: null,
    rule: "optimizer.reslot",
    ruleVersion: 1,
    subject: { type: "zone", id: "zon_1", label: "A" },
    facts: {},
    effect: {},
    call: { tool: "plan-count", input: { zoneId: "zon_1", binId: "bin_1", priority: 1 } },
    state: "open",
    createdAt: 1,
    expiresAt: 2,
    decidedBy: null,
    decidedAt: null,
    endedAt: null,
    failure: null,
    policy: null,
    edit: null,
    realised: null,
    ...own,
  };
}

test("steps of one group stand together in their order, where the newest stood", () => {
  const rows = [
    aProposal({ id: "prp_5" }),
    aProposal({ id: "prp_4", group: "swap" }),
    aProposal({ id: "prp_3" }),
    aProposal({ id: "prp_2", group: "swap" }),
  ];
  expect(groupProposals(rows).map(({ steps }) => steps.map(({ id }) => id))).toEqual([["prp_5"], ["prp_2", "prp_4"], ["prp_3"]]);
});

test("groups of two looks are two, even with the same name", () => {
  const rows = [aProposal({ id: "prp_2", group: "swap", runId: "run_2" }), aProposal({ id: "prp_1", group: "swap" })];
  expect(groupProposals(rows)).toHaveLength(2);
});

test("a group of which only one step is shown is still a group, and only its open steps are decided", () => {
  const [group] = groupProposals([aProposal({ id: "prp_2", group: "g" }), aProposal({ id: "prp_1", group: "g", state: "applied" })]);
  expect(group?.isGroup).toBe(true);
  expect(group === undefined ? [] : openIds(group)).toEqual(["prp_2"]);
});
