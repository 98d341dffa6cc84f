import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { decideApproval } from "#app/domain/approvals/decide-approval.server.ts";
import { countWaitingApprovals, listAskedApprovals } from "#app/domain/approvals/list-asked-approvals.server.ts";
import type { ApprovalTools } from "#app/domain/approvals/ports.ts";
import { readApproval } from "#app/domain/approvals/read-approval.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const noTools: ApprovalTools = {
  preview: () => Promise.resolve({ title: "", effects: [] }),
  run: () => Promise.resolve({}),
};

export const approvalsVerbs: AreaVerbs = {
  verbs: {
    askApproval: {
      run: askApproval,
      needs: "chat:write",
      input: () => ({
        tool: "pause_listing",
        input: {},
        scope: "catalog:write",
        title: "Pause it",
        effects: ["Buyers no longer see it."],
        source: { kind: "chat", id: "cnv_1" },
      }),
      fields: { tool: "text", title: "text", scope: "choice" },
    },
    decideApproval: {
      run: (ctx, input) => decideApproval(ctx, input, noTools),
      needs: "chat:write",
      input: (home) => ({ id: home.shop.approvalId, decision: "refuse" }),
      fields: { id: "text", decision: "choice" },
      foreign: (other) => ({ id: other.shop.approvalId, decision: "refuse" }),
      foreignAnswer: "not_found",
    },
    readApproval: {
      run: readApproval,
      needs: "chat:read",
      input: (home) => ({ id: home.shop.approvalId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.approvalId }),
      foreignAnswer: "not_found",
    },
    listAskedApprovals: {
      run: listAskedApprovals,
      needs: "chat:read",
      fields: { limit: "optionalNumber", cursor: "optionalText", state: "optionalChoice", source: "optionalChoice" },
    },
    countWaitingApprovals: { run: countWaitingApprovals, needs: "chat:read" },
  },
  helpers: ["findApproval", "approvalsVisibleTo"],
  systemWork: [],
};
