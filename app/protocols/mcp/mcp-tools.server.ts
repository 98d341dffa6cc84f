import { z } from "zod";
import { findTool, toolsFor } from "#app/ai/tools/assistant/assistant-tools.server.ts";
import { type AssistantTool, defineReadTool } from "#app/ai/tools/assistant/tool.ts";
import { actorAllows } from "#app/domain/actor.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { locales } from "#app/i18n/locales.ts";

const longestMs = 60_000;

/** Our own chat as one tool. It is not among the tools of that chat, which would ask itself. */
const reading = defineReadTool({
  name: "ask",
  title: { en: "Ask Entrepot", "pt-BR": "Perguntar ao Entrepot" },
  description:
    "A whole question in English or Portuguese, answered in a sentence with the rows and the query it rests on: sales, listings, the " +
    "warehouse, shoppers, AI spend. Use it where a person's own words are to be understood; use query_metrics where you know the numbers.",
  scope: "chat:read",
  input: z.object({
    question: z.string("required").trim().min(1, "required").max(2_000, "tooLong"),
    locale: z.enum(locales, "fieldInvalid").optional().describe("Language of the answer; the shop's own without it."),
    conversationId: z
      .string("fieldInvalid")
      .min(1, "fieldInvalid")
      .max(60, "fieldInvalid")
      .optional()
      .describe("To go on with an earlier answer."),
  }),
  output: z.object({
    answer: z.string(),
    query: z.looseObject({ type: z.string() }).nullable().describe("What it was understood as."),
    columns: z.array(z.looseObject({ key: z.string(), kind: z.string() })),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
    source: z.enum(["rules", "model"]),
    suggestions: z.array(z.string()),
    approvals: z
      .array(z.object({ id: z.string(), tool: z.string(), title: z.string(), effects: z.array(z.string()) }))
      .describe("What would be done once a person approves it."),
    conversationId: z.string().nullable(),
  }),
  async run(ctx, input) {
    const { ask } = await import("#app/ai/chat/ask.server.ts");
    return ask(ctx, input, AbortSignal.timeout(longestMs));
  },
});

/** An order is a question too: asked twice, two approvals wait. */
export const askTool: AssistantTool = { ...reading, isIdempotent: false };

/** What a key may use here: one question for all, and the tools that everything is made of. */
export function mcpToolsFor(ctx: Pick<ServiceContext, "actor">): AssistantTool[] {
  return [...(mayAsk(ctx) ? [askTool] : []), ...toolsFor(ctx)];
}

export function findMcpTool(ctx: Pick<ServiceContext, "actor">, name: string): AssistantTool | undefined {
  return name === askTool.name && mayAsk(ctx) ? askTool : findTool(ctx, name);
}

function mayAsk({ actor }: Pick<ServiceContext, "actor">): boolean {
  return actorAllows(actor, askTool.scope);
}
