import { z } from "zod";
import { pageSchema } from "../paging.ts";
import { directions } from "./judge-trends.ts";
import { trendRegions } from "./ports.ts";

export const trendStates = ["open", "watched", "dismissed"] as const;
export type TrendState = (typeof trendStates)[number];

export const listTrendsSchema = pageSchema.extend({
  state: z.enum(trendStates, "fieldInvalid").default("open"),
  region: z.enum(trendRegions, "fieldInvalid").optional(),
  direction: z.enum(directions, "fieldInvalid").optional(),
  /** Only what has to do with own goods. */
  own: z.enum(["true", "false"], "fieldInvalid").default("false"),
});
export const decideTrendSchema = z.object({
  id: z.string("required").min(1, "required").max(60, "fieldInvalid"),
  state: z.enum(trendStates, "fieldInvalid"),
});
