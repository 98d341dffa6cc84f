import { z } from "zod";
import { isDay } from "#app/platform/zoned-days.ts";
import { pageSchema } from "../paging.ts";
import { patternKinds } from "./finding.ts";
import { periods } from "./period.ts";

export const patternStates = ["open", "pinned", "dismissed"] as const;
export type PatternState = (typeof patternStates)[number];

const startDay = z.string("fieldInvalid").refine(isDay, "fieldInvalid").optional();

export const listPatternsSchema = pageSchema.extend({
  period: z.enum(periods, "fieldInvalid").optional(),
  startDay,
  kind: z.enum(patternKinds, "fieldInvalid").optional(),
  /** Without, all but those that were put aside. */
  state: z.enum(patternStates, "fieldInvalid").optional(),
});

export const patternPeriodSchema = z.object({ period: z.enum(periods, "fieldInvalid").default("day"), startDay });

export const decidePatternSchema = z.object({
  id: z.string("required").min(1, "required").max(60, "fieldInvalid"),
  state: z.enum(patternStates, "fieldInvalid"),
  /** Only of one that is put aside. */
  reason: z.string("fieldInvalid").trim().max(300, "fieldInvalid").optional(),
});
