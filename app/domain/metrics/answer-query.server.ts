import { z } from "zod";
import { locales } from "#app/i18n/locales.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { AskAnswer } from "./answer.ts";
import { answerPlan } from "./answer-plan.server.ts";
import { askedQuerySchema } from "./schemas.ts";
import { chartWishes } from "./language/reading.ts";

const answerQuerySchema = z.object({
  query: askedQuerySchema,
  locale: z.enum(locales, "fieldInvalid").optional(),
  chart: z.enum(chartWishes, "fieldInvalid").nullish(),
});

/** Answers what was put together by hand, kept, or asked by a model: the same sentence, chart and follow-ups as for a question. */
export function answerQuery(ctx: ServiceContext, input: z.input<typeof answerQuerySchema>): Promise<AskAnswer> {
  requirePermission(ctx, "chat:read");
  const { query, locale, chart } = parseInput(answerQuerySchema, input);
  return answerPlan(ctx, { query, chart: chart ?? null, assumptions: [] }, locale ?? ctx.locale);
}
