import { z } from "zod";
import { pageSchema } from "../paging.ts";
import { adviceStates, dismissReasons } from "./advice-state.ts";
import { ruleGroups } from "./rules/rule.ts";

const id = z.string("fieldInvalid").min(1, "required").max(60, "fieldInvalid");

export const adviceIdSchema = z.object({ id });

export const listAdviceSchema = pageSchema.extend({
  state: z.enum(adviceStates, "fieldInvalid").default("open"),
  group: z.enum(ruleGroups, "fieldInvalid").optional(),
  channelId: z.string().max(60, "fieldInvalid").optional(),
});
export type ListAdviceInput = z.input<typeof listAdviceSchema>;

export const dismissSchema = z.object({ id, reason: z.enum(dismissReasons, "fieldInvalid") });
export type DismissInput = z.input<typeof dismissSchema>;

/** One decision about an advice, as the page and the API send it. */
export const decideAdviceSchema = z.object({
  id,
  state: z.enum(["applied", "dismissed", "open"], "fieldInvalid"),
  reason: z.enum(dismissReasons, "fieldInvalid").optional(),
});
export type DecideAdviceInput = { id: string; state: string; reason?: string };
