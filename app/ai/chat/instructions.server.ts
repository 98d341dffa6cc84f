import { readWorkspace } from "#app/domain/accounts/update-workspace.server.ts";
import { actorAllows } from "#app/domain/actor.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { Specialist } from "#app/domain/conversations/parts.ts";
import { readOrganisation } from "#app/domain/meaning/organisation.server.ts";
import type { AskAnswer } from "#app/domain/metrics/answer.ts";
import { catalogue } from "#app/domain/metrics/catalogue.ts";
import { type MetricId, metricIds } from "#app/domain/metrics/kinds.ts";
import { wallNow } from "#app/domain/metrics/period.ts";
import { wordsOf } from "#app/domain/metrics/words/words.ts";
import { knowledgeOf } from "./specialists.ts";

/** What every specialist of this workspace knows. */
export type SharedContext = { now: string; timeZone: string; currency: string; language: string; notes: string; mayAct: boolean };

const languages = { en: "English", "pt-BR": "Brazilian Portuguese" } as const;
const longestNotes = 4_000;

export async function readSharedContext(ctx: ServiceContext, mayAct: boolean): Promise<SharedContext> {
  const mayRead = actorAllows(ctx.actor, "workspace:read");
  const [home, notes] = await Promise.all([
    ctx.recognisedIn ?? (mayRead ? readWorkspace(ctx) : undefined),
    mayRead ? readOrganisation(ctx) : undefined,
  ]);
  const timeZone = home?.timeZone ?? "UTC";
  return {
    now: wallNow(ctx.clock.now(), timeZone),
    timeZone,
    currency: home?.currency ?? "",
    language: languages[ctx.locale],
    notes: (notes?.text ?? "").slice(0, longestNotes),
    mayAct,
  };
}

/** Who a specialist is and how it works. What the workspace itself wrote comes as data, beside the question. */
export function instructionsOf(ctx: ServiceContext, specialist: Specialist, shared: SharedContext): string {
  const { duty } = knowledgeOf[specialist];
  const others = Object.entries(knowledgeOf).filter(([name]) => name !== specialist);
  return [
    `You are the ${specialist} specialist of a shop's own console. You look after ${duty}.`,
    `Answer in ${shared.language}, in at most five short sentences, plainly. It is ${shared.now} in ${shared.timeZone}; the shop's currency is ${shared.currency}.`,
    "Every number you say stands in what a tool answered in this conversation, rounded at most. Never estimate, never reckon from memory. A sentence with any other number is taken out before the person reads it.",
    "Ask query_metrics for numbers and explain_change for reasons; the person sees their tables and charts, so do not repeat whole tables. Where a question cannot be answered by tools, say so and name what can be.",
    "Only talk about this shop. You see what the person may see: what a tool refuses you do not guess.",
    shared.mayAct
      ? "A tool that changes something does nothing yet: it shows the person what would happen, and waits for their approval. Use one only for what the person asked for in their own words, and then say that it waits."
      : "You cannot change anything now. Where something should be changed, say what the person could ask for.",
    `What is not yours, hand over: ${others.map(([name, other]) => `${name} looks after ${other.duty}`).join("; ")}.`,
    `Metrics of yours:\n${metricLines(ctx, specialist)}`,
    `Other metrics: ${otherMetrics(ctx, specialist)}.`,
  ].join("\n\n");
}

function allowedMetrics(ctx: ServiceContext): MetricId[] {
  return metricIds.filter((id) => actorAllows(ctx.actor, catalogue[id].scope));
}

function metricLines(ctx: ServiceContext, specialist: Specialist): string {
  const { metrics } = wordsOf("en");
  return allowedMetrics(ctx)
    .filter((id) => knowledgeOf[specialist].areas.includes(catalogue[id].area))
    .map((id) => {
      const { kind, unit, dimensions } = catalogue[id];
      return `- ${id} (${metrics[id].name}; ${unit}; ${kind === "snapshot" ? "of this moment, without when" : "over a stretch"}; by ${dimensions.join(", ")})`;
    })
    .join("\n");
}

function otherMetrics(ctx: ServiceContext, specialist: Specialist): string {
  return allowedMetrics(ctx)
    .filter((id) => !knowledgeOf[specialist].areas.includes(catalogue[id].area))
    .join(", ");
}

/** How the rules read the question: a model may take it as it is, or know better. */
export function readingHint(reading: AskAnswer | null): string {
  if (reading === null) return "";
  if (reading.kind === "refused") return `The rules did not understand this question (${reading.reason}).`;
  return `The rules read this question as ${JSON.stringify(reading.query)}. Use that where it is right.`;
}
