import { z } from "zod";
import { actions } from "#app/domain/accounts/permissions.ts";
import type { Approval } from "#app/domain/approvals/approval-row.ts";
import { approvalSources, approvalStates } from "#app/domain/approvals/schemas.ts";
import { exactly } from "./exactly.ts";

const text = z.string();
const moment = z.number();
const anything = z.record(z.string(), z.unknown());

/** What the endpoints about approvals answer. */
export const approvalsAnswers = {
  Approval: exactly<Approval>()(
    z.object({
      id: text,
      tool: text,
      input: anything,
      scope: z.enum(actions),
      title: text,
      effects: z.array(text),
      isDestructive: z.boolean(),
      source: z.object({ kind: z.enum(approvalSources), id: text }),
      askedBy: text,
      state: z.enum(approvalStates),
      decidedBy: text.nullable(),
      decidedAt: moment.nullable(),
      endedAt: moment.nullable(),
      result: anything.nullable(),
      failure: text.nullable(),
      createdAt: moment,
      expiresAt: moment,
    }),
  ),
};
