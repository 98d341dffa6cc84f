import { z } from "zod";
import { isDay } from "#app/platform/zoned-days.ts";
import { pageSchema } from "../paging.ts";
import { patternKinds, patternNatures, periods } from "./kinds.ts";

export const patternStates = ["open", "pinned", "dismissed"] as const;
export type PatternState = (typeof patternStates)[number];

const startDay = z.string("fieldInvalid").refine(isDay, "fieldInvalid").optional();

export const listPatternsSchema = pageSchema.extend({
  period: z.enum(periods, "fieldInvalid").optional(),
  startDay,
  kind: z.enum(patternKinds, "fieldInvalid").optional(),
  /** What is claimed of the period, or what is only described of it; without, both. */
  nature: z.enum(patternNatures, "fieldInvalid").optional(),
  /** Without, all but those that were put aside. */
  state: z.enum(patternStates, "fieldInvalid").optional(),
});

export const patternPeriodSchema = z.object({ period: z.enum(periods, "fieldInvalid").default("day"), startDay });

const reason = z.string("fieldInvalid").trim().max(300, "fieldInvalid");

export const patternDecisionSchema = z.object({
  id: z.string("required").min(1, "required").max(60, "fieldInvalid"),
  state: z.enum(patternStates, "fieldInvalid"),
  /** Of one that is put aside, and only of that. */
  reason: reason.optional(),
});
export const decidePatternSchema = patternDecisionSchema.refine(({ state, reason: told = "" }) => state !== "dismissed" || told !== "", {
  path: ["reason"],
  error: "required",
});
export const dismissPatternSchema = z.object({ reason: reason.min(1, "required") });
