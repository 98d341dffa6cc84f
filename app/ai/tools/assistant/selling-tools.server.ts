import { z } from "zod";
import { adviceStates, dismissReasons } from "#app/domain/selling/advice-state.ts";
import { applyRecommendation } from "#app/domain/selling/apply-recommendation.server.ts";
import { dismissRecommendation } from "#app/domain/selling/dismiss-recommendation.server.ts";
import { listRecommendations } from "#app/domain/selling/list-recommendations.server.ts";
import { readRecommendation } from "#app/domain/selling/read-recommendation.server.ts";
import { ruleGroups } from "#app/domain/selling/rules/rule.ts";
import { AppError } from "#app/domain/errors.ts";
import { formatMoney, formatNumber } from "#app/i18n/format.ts";
import { previewTexts } from "./preview-texts.server.ts";
import { id, moment, pageOf, paging } from "./shapes.ts";
import { defineActTool, defineReadTool } from "./tool.ts";

const fact = z.object({ key: z.string(), value: z.union([z.string(), z.number()]), unit: z.string().optional() });
const recommendation = z.object({
  id: z.string(),
  ruleId: z.string(),
  group: z.string().nullable(),
  channelId: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), label: z.string() }),
  state: z.string(),
  priority: z.number(),
  evidence: z.array(fact),
  expected: z.object({ metric: z.string(), before: z.number(), after: z.number(), unit: z.string() }),
  remedy: z.looseObject({ kind: z.string() }).nullable().describe("What applying it does."),
  lastSeenAt: moment,
});
const adviceId = id.describe("Of list_recommendations.");

export const listRecommendationsTool = defineReadTool({
  name: "list_recommendations",
  title: { en: "Look at advice", "pt-BR": "Olhar as recomendações" },
  description: "What rules advise about listings, channels and SKUs, with evidence and expected effect, the most urgent first.",
  scope: "selling:read",
  input: z.object({
    state: z.enum(adviceStates, "fieldInvalid").default("open"),
    group: z.enum(ruleGroups, "fieldInvalid").optional(),
    channelId: id.optional(),
    ...paging,
  }),
  output: pageOf(recommendation),
  run: (ctx, input) => listRecommendations(ctx, input),
});

export const readRecommendationTool = defineReadTool({
  name: "read_recommendation",
  title: { en: "Read advice", "pt-BR": "Ler uma recomendação" },
  description: "One advice with what the rule looked at, what it expects, and what came of it if it was applied.",
  scope: "selling:read",
  input: z.object({ id: adviceId }),
  output: recommendation.extend({
    inputs: z.array(z.string()),
    measuredAfter7: z.object({ value: z.number().nullable(), at: moment }).nullable(),
    measuredAfter14: z.object({ value: z.number().nullable(), at: moment }).nullable(),
    decidedAt: moment.nullable(),
  }),
  run: (ctx, input) => readRecommendation(ctx, input),
});

export const applyRecommendationTool = defineActTool({
  name: "apply_recommendation",
  title: { en: "Apply advice", "pt-BR": "Aplicar uma recomendação" },
  description: "Carries out an open advice: changes its price or stock, or notes that a person does it.",
  scope: "selling:write",
  askScope: "selling:read",
  effect: "destructive",
  input: z.object({ id: adviceId }),
  output: z.object({ id: z.string(), state: z.string() }),
  run: (ctx, input) => applyRecommendation(ctx, input),
  async preview(ctx, input) {
    const [t, { subject, remedy, state }] = await Promise.all([previewTexts(ctx), readRecommendation(ctx, input)]);
    if (state !== "open") throw new AppError("conflict", "recommendationDecided");
    const names = { subject: subject.label };
    const title = t("previews.recommendation.title", names);
    if (remedy === null || remedy.kind === "page") return { title, effects: [t("previews.recommendation.page")] };
    const after = remedy.kind === "price" ? formatMoney(remedy.value, remedy.currency, ctx.locale) : formatNumber(remedy.value, ctx.locale);
    return { title, effects: [t(`previews.recommendation.${remedy.kind}`, { ...names, after })] };
  },
});

export const dismissRecommendationTool = defineActTool({
  name: "dismiss_recommendation",
  title: { en: "Put advice aside", "pt-BR": "Deixar de lado uma recomendação" },
  description: "Puts an open advice aside for a reason. Only for people who said so.",
  scope: "selling:write",
  askScope: "selling:read",
  effect: "write",
  input: z.object({ id: adviceId, reason: z.enum(dismissReasons, "fieldInvalid") }),
  output: z.object({ id: z.string(), state: z.string() }),
  run: (ctx, input) => dismissRecommendation(ctx, input),
  async preview(ctx, { id }) {
    const [t, { subject }] = await Promise.all([previewTexts(ctx), readRecommendation(ctx, { id })]);
    return { title: t("previews.dismiss.title", { subject: subject.label }), effects: [t("previews.dismiss.effect")] };
  },
});
