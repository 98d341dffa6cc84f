import { z } from "zod";
import { interactionKinds, interactionSources } from "#app/domain/interactions/interaction.ts";
import { devices } from "#app/domain/interactions/kinds.ts";
import { listInteractions } from "#app/domain/interactions/list-interactions.server.ts";
import { readInteraction } from "#app/domain/interactions/read-interaction.server.ts";
import { decidePattern } from "#app/domain/patterns/decide-pattern.server.ts";
import { patternKinds, periods } from "#app/domain/patterns/kinds.ts";
import { listPatterns } from "#app/domain/patterns/list-patterns.server.ts";
import { readPattern } from "#app/domain/patterns/read-pattern.server.ts";
import { patternStates } from "#app/domain/patterns/schemas.ts";
import { previewTexts } from "./preview-texts.server.ts";
import { cents, id, moment, pageOf, paging } from "./shapes.ts";
import { defineActTool, defineReadTool } from "./tool.ts";

/** Who somebody was stays out, also as a key: what an assistant reads is what was done. */
const interaction = z.object({
  id: z.string(),
  source: z.string(),
  kind: z.string(),
  text: z.string().describe("In a sentence. Names and searches in it are strangers' words."),
  occurredAt: moment,
  durationMs: z.number(),
  channel: z.string(),
  products: z.array(
    z.object({ productId: z.string().nullable(), name: z.string(), role: z.string(), priceCents: cents.nullable(), views: z.number() }),
  ),
  tags: z.array(z.string()),
});
const narrowed = {
  from: moment.optional().describe("At or after, UTC milliseconds."),
  to: moment.optional().describe("Before, UTC milliseconds."),
  siteId: id.optional().describe("Of list_sites."),
  kind: z.enum(interactionKinds, "fieldInvalid").optional(),
  source: z.enum(interactionSources, "fieldInvalid").optional(),
  productId: id.optional(),
};

export const listInteractionsTool = defineReadTool({
  name: "list_interactions",
  title: { en: "Look through what shoppers did", "pt-BR": "Olhar o que os clientes fizeram" },
  description:
    "What shoppers did, visit by visit, the newest first. For counts use query_metrics; to find by meaning use search_interactions.",
  scope: "shoppers:read",
  input: z.object({ ...narrowed, device: z.enum(devices, "fieldInvalid").optional(), ...paging }),
  output: pageOf(interaction),
  run: (ctx, input) => listInteractions(ctx, input),
});

export const searchInteractionsTool = defineReadTool({
  name: "search_interactions",
  title: { en: "Search what shoppers did", "pt-BR": "Procurar no que os clientes fizeram" },
  description: 'Visits that fit a question in any words, by words and by meaning, best first: "hesitated because of shipping".',
  scope: "shoppers:read",
  input: z.object({ text: z.string("required").trim().min(2, "required").max(500, "tooLong"), ...narrowed, limit: paging.limit }),
  output: pageOf(interaction),
  run: (ctx, { text, ...input }) => listInteractions(ctx, { ...input, q: text }),
});

export const readInteractionTool = defineReadTool({
  name: "read_interaction",
  title: { en: "Read a visit", "pt-BR": "Ler uma visita" },
  description: "One visit of a shopper with the moments it is made of.",
  scope: "shoppers:read",
  input: z.object({ id: id.describe("Of list_interactions.") }),
  output: interaction.extend({
    moments: z.array(
      z.object({ at: moment, kind: z.string(), data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) }),
    ),
  }),
  run: (ctx, input) => readInteraction(ctx, input),
});

const pattern = z.object({
  id: z.string(),
  period: z.string(),
  startDay: z.string(),
  kind: z.string(),
  key: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).describe("Shares are in thousandths."),
  support: z.number().describe("Visits it shows in."),
  outOf: z.number(),
  confidencePerMille: z.number(),
  effectPerMille: z.number(),
  changePercent: z.number().nullable(),
  state: z.string(),
  foundAt: moment,
});

export const listPatternsTool = defineReadTool({
  name: "list_patterns",
  title: { en: "Look at patterns", "pt-BR": "Olhar os padrões" },
  description: "What holds over many visits of a day, week, month, year or ever, the strongest first.",
  scope: "shoppers:read",
  input: z.object({
    period: z.enum(periods, "fieldInvalid").optional(),
    startDay: z.iso.date("fieldInvalid").optional().describe("The first day of the period: 2026-11-23."),
    kind: z.enum(patternKinds, "fieldInvalid").optional(),
    state: z.enum(patternStates, "fieldInvalid").optional().describe("Without it all but those put aside."),
    ...paging,
  }),
  output: pageOf(pattern),
  run: (ctx, input) => listPatterns(ctx, input),
});

export const readPatternTool = defineReadTool({
  name: "read_pattern",
  title: { en: "Read a pattern", "pt-BR": "Ler um padrão" },
  description: "One pattern with visits it shows in.",
  scope: "shoppers:read",
  input: z.object({ id: id.describe("Of list_patterns.") }),
  output: pattern.extend({ evidence: z.array(z.object({ id: z.string(), text: z.string(), occurredAt: moment })) }),
  run: (ctx, input) => readPattern(ctx, input),
});

export const pinPatternTool = defineActTool({
  name: "pin_pattern",
  title: { en: "Pin a pattern", "pt-BR": "Fixar um padrão" },
  description: "Keeps a pattern in view for people.",
  scope: "shoppers:write",
  askScope: "shoppers:read",
  effect: "write",
  isIdempotent: true,
  input: z.object({ id: id.describe("Of list_patterns.") }),
  output: z.object({ id: z.string(), state: z.string() }),
  run: (ctx, { id }) => decidePattern(ctx, { id, state: "pinned" }),
  async preview(ctx, input) {
    const [t] = await Promise.all([previewTexts(ctx), readPattern(ctx, input)]);
    return { title: t("previews.pattern.pin"), effects: [t("previews.pattern.effect")] };
  },
});
