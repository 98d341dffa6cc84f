import { eq } from "drizzle-orm";
import { z } from "zod";
import { locales } from "#app/i18n/locales.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { AskAnswer } from "./answer.ts";
import { answerPlan, refused } from "./answer-plan.server.ts";
import { findEntity } from "./find-entity.server.ts";
import { refuseOutright } from "./language/guard.ts";
import type { LookUp } from "./language/plan.ts";
import { languageOf } from "./language/speak-language.ts";
import { wallNow } from "./period.ts";
import { askedQuerySchema } from "./schemas.ts";

/** Far beyond what is read as a question, and far below what would cost anything. */
const longestText = 20_000;

const askQuestionSchema = z.object({
  question: z.string("required").trim().min(1, "required").max(longestText, "tooLong"),
  /** The language of the answer; without it, that of the question. */
  locale: z.enum(locales, "fieldInvalid").optional(),
  /** What the question may go on from. */
  previous: askedQuerySchema.nullish(),
});

/**
 * Answers a question by rules alone: what it means is worked out as a typed query, what is counted is what the asker may see, and
 * what cannot be meant is refused with what could be asked instead.
 */
export async function askQuestion(ctx: ServiceContext, input: z.input<typeof askQuestionSchema>): Promise<AskAnswer> {
  requirePermission(ctx, "chat:read");
  const { question, previous, ...asked } = parseInput(askQuestionSchema, input);
  const spoken = languageOf(question);
  const locale = asked.locale ?? spoken ?? ctx.locale;
  const outright = refuseOutright(question);
  if (outright !== null) return refused(ctx, outright, { locale, question });
  const home = await ctx.db.first(workspaces, eq(workspaces.id, ctx.workspaceId));
  const now = wallNow(ctx.clock.now(), home?.timeZone ?? "UTC");
  // All phrases of two languages: no other request has to read them.
  const { planQuestion } = await import("./language/plan-question.ts");
  const planned = await planQuestion({
    question,
    previous: previous ?? null,
    today: { now, isEnglish: (spoken ?? locale) === "en" },
    lookUp: lookUpIn(ctx),
    minor: minorOf(home?.currency ?? "BRL"),
  });
  return planned.ok ? answerPlan(ctx, planned, locale) : refused(ctx, planned.refusal, { locale, question });
}

function lookUpIn(ctx: ServiceContext): LookUp {
  return (text, dimensions) => findEntity(ctx, { text: text.slice(0, longestName), dimensions: [...dimensions] });
}

const longestName = 200;

function minorOf(currency: string): number {
  return 10 ** (new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2);
}
