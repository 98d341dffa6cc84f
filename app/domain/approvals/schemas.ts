import { z } from "zod";
import { actions } from "../accounts/permissions.ts";
import { pageSchema } from "../paging.ts";

export const approvalStates = ["waiting", "approved", "done", "failed", "refused", "expired"] as const;
export type ApprovalState = (typeof approvalStates)[number];

export const approvalSources = ["chat", "mcp", "a2a", "api"] as const;
export type ApprovalSource = (typeof approvalSources)[number];

const name = z
  .string("required")
  .min(1, "required")
  .max(80, "fieldInvalid")
  .regex(/^[\w.:-]+$/, "fieldInvalid");

export const askApprovalSchema = z.object({
  tool: name,
  input: z.record(z.string().max(80), z.unknown()),
  /** The right whoever says yes has to hold. */
  scope: z.enum(actions, "fieldInvalid"),
  title: z.string("required").min(1, "required").max(300, "tooLong"),
  effects: z.array(z.string().max(500, "tooLong"), "fieldInvalid").min(1, "required").max(40, "fieldInvalid"),
  isDestructive: z.boolean("fieldInvalid").default(false),
  source: z.object({ kind: z.enum(approvalSources, "fieldInvalid"), id: z.string("required").max(80, "fieldInvalid") }, "fieldInvalid"),
});
export type AskApprovalInput = z.input<typeof askApprovalSchema>;

export const decideApprovalSchema = z.object({
  id: z.string("required").min(1, "required").max(60, "fieldInvalid"),
  decision: z.enum(["approve", "refuse"], "fieldInvalid"),
});
export type DecideApprovalInput = z.input<typeof decideApprovalSchema>;

export const listApprovalsSchema = pageSchema.extend({
  state: z.enum(approvalStates, "fieldInvalid").optional(),
  source: z.enum(approvalSources, "fieldInvalid").optional(),
});
