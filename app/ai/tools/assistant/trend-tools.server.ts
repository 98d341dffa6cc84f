import { z } from "zod";
import { decideTrend } from "#app/domain/trends/decide-trend.server.ts";
import { directions } from "#app/domain/trends/judge-trends.ts";
import { listTrends } from "#app/domain/trends/list-trends.server.ts";
import { trendRegions } from "#app/domain/trends/ports.ts";
import { readTrend } from "#app/domain/trends/read-trend.server.ts";
import { trendStates } from "#app/domain/trends/schemas.ts";
import { previewTexts } from "./preview-texts.server.ts";
import { id, pageOf, paging } from "./shapes.ts";
import { defineActTool, defineReadTool } from "./tool.ts";

export const listTrendsTool = defineReadTool({
  name: "list_trends",
  title: { en: "Look at trends", "pt-BR": "Olhar as tendências" },
  description: "What people search for and sell elsewhere that is rising or falling, what matters most first.",
  scope: "selling:read",
  input: z.object({
    state: z.enum(trendStates, "fieldInvalid").default("open"),
    region: z.enum(trendRegions, "fieldInvalid").optional(),
    direction: z.enum(directions, "fieldInvalid").optional(),
    onlyOwn: z.boolean("fieldInvalid").default(false).describe("Only what has to do with own goods."),
    ...paging,
  }),
  output: pageOf(
    z.object({
      id: z.string(),
      region: z.string(),
      term: z.string(),
      state: z.string(),
      direction: z.string(),
      changePercent: z.number().nullable(),
      sureness: z.number().describe("0 to 100."),
      firstDay: z.string(),
      lastDay: z.string(),
      sources: z.array(z.string()),
      match: z.object({ kind: z.string(), id: z.string(), label: z.string() }).nullable().describe("What of our own it is close to."),
      why: z.string().nullable(),
    }),
  ),
  run: (ctx, { onlyOwn, ...input }) => listTrends(ctx, { ...input, own: onlyOwn ? "true" : "false" }),
});

export const watchTrendTool = defineActTool({
  name: "watch_trend",
  title: { en: "Watch a trend", "pt-BR": "Acompanhar uma tendência" },
  description: "Puts a trend among those that people keep an eye on.",
  scope: "selling:write",
  askScope: "selling:read",
  effect: "write",
  isIdempotent: true,
  input: z.object({ id: id.describe("Of list_trends.") }),
  output: z.object({ id: z.string(), state: z.string() }),
  run: (ctx, { id }) => decideTrend(ctx, { id, state: "watched" }),
  async preview(ctx, input) {
    const [t, { term }] = await Promise.all([previewTexts(ctx), readTrend(ctx, input)]);
    return { title: t("previews.trend.watch", { subject: term }), effects: [t("previews.trend.put")] };
  },
});
