import { z } from "zod";
import { pageSchema } from "../paging.ts";
import { wholeNumber } from "../whole-number.ts";
import { agentKinds, proposalStates, runModes } from "./kinds.ts";
import { toolNames } from "./tool-inputs.ts";

const kind = z.string("required").min(1, "required").max(60, "fieldInvalid");
const agent = z.enum(agentKinds, "fieldInvalid");
const ids = z
  .array(z.string("fieldInvalid").min(1, "required").max(60, "fieldInvalid"), "required")
  .min(1, "required")
  .max(100, "fieldInvalid");

export const agentSchema = z.object({ kind });
export const runAgentSchema = z.object({ kind, mode: z.enum(runModes, "fieldInvalid") });

/** ask: a person looks first. auto: it may do so by itself, up to its day's number. */
export const leaves = ["ask", "auto"] as const;

export const changeAgentSchema = z.object({
  kind,
  state: z.enum(["on", "paused"], "fieldInvalid").optional(),
  everyMinutes: wholeNumber({ min: 5, max: 7 * 24 * 60 }).optional(),
  actionsPerDay: wholeNumber({ min: 0, max: 1_000 }).optional(),
  ratePerMinute: wholeNumber({ min: 1, max: 600 }).optional(),
  burst: wholeNumber({ min: 1, max: 600 }).optional(),
  autonomy: z.partialRecord(z.enum(toolNames, "fieldInvalid"), z.enum(leaves, "fieldInvalid"), "fieldInvalid").optional(),
  settings: z.record(z.string().max(60, "tooLong"), z.unknown(), "fieldInvalid").optional(),
});

export const listRunsSchema = pageSchema.extend({ agent: agent.optional() });
export const listProposalsSchema = pageSchema.extend({
  agent: agent.optional(),
  state: z.enum(proposalStates, "fieldInvalid").optional(),
});
export const decideProposalsSchema = z.object({ ids });
export const editProposalSchema = z.object({
  id: z.string("required").min(1, "required").max(60, "fieldInvalid"),
  /** Only what changes, by the names of the tool's own fields. */
  input: z.record(z.string().max(60, "fieldInvalid"), z.union([z.number(), z.string().max(4_000, "tooLong")], "fieldInvalid"), "required"),
});
