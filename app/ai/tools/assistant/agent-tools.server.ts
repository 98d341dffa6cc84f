import { z } from "zod";
import { approveProposals, rejectProposals } from "#app/domain/agents/decide-proposals.server.ts";
import { agentKinds, proposalStates } from "#app/domain/agents/kinds.ts";
import { listProposals } from "#app/domain/agents/list-proposals.server.ts";
import type { ProposalRow } from "#app/domain/agents/proposal-row.ts";
import { readProposal } from "#app/domain/agents/read-proposal.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import { previewTexts } from "./preview-texts.server.ts";
import { id, moment, pageOf, paging } from "./shapes.ts";
import { defineActTool, defineReadTool } from "./tool.ts";

const facts = z.record(z.string(), z.union([z.number(), z.string()]));
const proposalId = id.describe("Of list_proposals.");
const decided = z.object({ decided: z.array(z.string()).describe("The others of its group are decided with it.") });

export const listProposalsTool = defineReadTool({
  name: "list_proposals",
  title: { en: "Look at proposals", "pt-BR": "Olhar as propostas" },
  description: "What agents want to do or did, with the rule, its figures and the effect they expect, the newest first.",
  scope: "agents:read",
  input: z.object({
    agent: z.enum(agentKinds, "fieldInvalid").optional(),
    state: z.enum(proposalStates, "fieldInvalid").optional(),
    ...paging,
  }),
  output: pageOf(
    z.object({
      id: z.string(),
      agent: z.string(),
      rule: z.string(),
      subject: z.object({ type: z.string(), id: z.string(), label: z.string() }),
      facts,
      effect: facts,
      call: z.object({ tool: z.string(), input: z.looseObject({}) }),
      state: z.string(),
      createdAt: moment,
      expiresAt: moment,
      decidedBy: z.string().nullable(),
    }),
  ),
  run: (ctx, input) => listProposals(ctx, input),
});

async function openProposal(ctx: ServiceContext, id: string): Promise<ProposalRow> {
  const proposal = await readProposal(ctx, { id });
  if (proposal.state !== "open") throw new AppError("conflict", "proposalDecided");
  return proposal;
}

export const approveProposalTool = defineActTool({
  name: "approve_proposal",
  title: { en: "Approve a proposal", "pt-BR": "Aprovar uma proposta" },
  description: "Lets an agent do what it proposes, and the rest of its group with it.",
  scope: "agents:write",
  askScope: "agents:read",
  effect: "destructive",
  input: z.object({ id: proposalId }),
  output: decided,
  run: (ctx, { id }) => approveProposals(ctx, { ids: [id] }),
  async preview(ctx, { id }) {
    const [t, { agent, subject, call }] = await Promise.all([previewTexts(ctx), openProposal(ctx, id)]);
    const values = { agent, subject: subject.label, tool: call.tool };
    return { title: t("previews.proposal.approve", values), effects: [t("previews.proposal.does", values)] };
  },
});

export const rejectProposalTool = defineActTool({
  name: "reject_proposal",
  title: { en: "Reject a proposal", "pt-BR": "Recusar uma proposta" },
  description: "Leaves things as they are; the agent may propose the same again after another look.",
  scope: "agents:write",
  askScope: "agents:read",
  effect: "write",
  input: z.object({ id: proposalId }),
  output: decided,
  run: (ctx, { id }) => rejectProposals(ctx, { ids: [id] }),
  async preview(ctx, { id }) {
    const [t, { agent, subject }] = await Promise.all([previewTexts(ctx), openProposal(ctx, id)]);
    const values = { agent, subject: subject.label };
    return { title: t("previews.proposal.reject", values), effects: [t("previews.proposal.leaves", values)] };
  },
});
