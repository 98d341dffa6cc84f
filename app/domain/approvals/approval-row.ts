import type { approvals } from "#db/schema/approvals.ts";
import { type Action, isAction } from "../accounts/permissions.ts";
import { type ApprovalSource, approvalSources, type ApprovalState, approvalStates } from "./schemas.ts";

export type Approval = {
  id: string;
  tool: string;
  input: Record<string, unknown>;
  scope: Action;
  title: string;
  effects: string[];
  isDestructive: boolean;
  source: { kind: ApprovalSource; id: string };
  askedBy: string;
  state: ApprovalState;
  decidedBy: string | null;
  decidedAt: number | null;
  endedAt: number | null;
  result: Record<string, unknown> | null;
  failure: string | null;
  createdAt: number;
  expiresAt: number;
};

export type ApprovalRecord = typeof approvals.$inferSelect;

export function toApproval(row: ApprovalRecord, nowMs: number): Approval {
  const { id, tool, input, title, effects, isDestructive, askedBy, decidedBy, decidedAt, endedAt, result, failure } = row;
  const shown = { id, tool, input, title, effects, isDestructive, askedBy, decidedBy, decidedAt, endedAt, result, failure };
  return {
    ...shown,
    // What nobody may do any more stays with those who may do everything.
    scope: isAction(row.scope) ? row.scope : "workspace:write",
    source: { kind: approvalSources.find((one) => one === row.sourceKind) ?? "api", id: row.sourceId },
    state: stateAt(row, nowMs),
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
  };
}

export function stateAt({ state, expiresAt }: Pick<ApprovalRecord, "state" | "expiresAt">, nowMs: number): ApprovalState {
  if (state === "waiting" && expiresAt <= nowMs) return "expired";
  return approvalStates.find((one) => one === state) ?? "failed";
}
