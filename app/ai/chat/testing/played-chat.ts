import { addAiProvider } from "#app/domain/ai/add-provider.server.ts";
import type { ModelKit } from "#app/domain/ai/model-kits.ts";
import { removeAiProvider } from "#app/domain/ai/remove-provider.server.ts";
import type { Role } from "#app/domain/accounts/permissions.ts";
import type { AnswerPart, Turn } from "#app/domain/conversations/parts.ts";
import type { Answered, AskAnswer } from "#app/domain/metrics/answer.ts";
import type { MetricQuery } from "#app/domain/metrics/schemas.ts";
import { groqKit } from "#app/integrations/groq/adapter.server.ts";
import { createGroqSimulator, groqLocalKey } from "#app/integrations/groq/simulator.ts";
import { playModel } from "#app/integrations/testing/played-model.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { answerWork } from "../answer-work.server.ts";
import type { Rules } from "../rules.ts";

export const gmvQuery: MetricQuery = {
  metric: "gmv",
  by: [],
  where: [],
  grain: null,
  when: { from: "2026-11-01", to: "2026-11-08", rolling: null },
  compare: "none",
  having: null,
  order: null,
  limit: 100,
};

export function anAnswer(query: MetricQuery = gmvQuery): Answered {
  const columns = [{ key: "value" as const, kind: "value" as const, metric: query.metric, unit: "money" as const, currency: "BRL" }];
  const rows = [{ value: 1_234_567 }];
  return {
    kind: "answered",
    query: { type: "metric", ...query },
    columns,
    rows,
    answer: "GMV: R$ 12.345,67.",
    chart: null,
    source: "rules",
    suggestions: ["GMV por canal"],
    result: {
      query,
      columns,
      rows,
      totals: [{ currency: "BRL", value: 1_234_567, compared: null }],
      isCut: false,
      comparedWith: null,
      asOfMs: 0,
    },
    explanation: null,
    found: [],
  };
}

export const notUnderstood: AskAnswer = {
  kind: "refused",
  reason: "not-understood",
  answer: "Não entendi.",
  suggestions: ["GMV por canal"],
  source: "rules",
};

type Options = { asked?: AskAnswer; role?: Role; hasModel?: boolean };

/** A workspace with one played provider, rules that say what a test wants, and a way to ask. */
export async function aPlayedChat({ asked = anAnswer(), role = "owner", hasModel = true }: Options = {}) {
  const home = await aWorkspace();
  const groq = playModel(createGroqSimulator(), { apiKey: groqLocalKey, baseUrl: "/openai/v1" });
  const kit: ModelKit = { ...groqKit, languageModel: (own, id) => groqKit.languageModel({ ...own, fetch: groq.access.fetch }, id) };
  // The budget is an object of its own, and books by the day it is.
  const stage = createStage({ kits: { groq: () => Promise.resolve(kit) }, clock: createFakeClock(Date.now()), locale: "pt-BR" });
  const owner = stage.as(home, { role: "owner" });
  await removeAiProvider(owner, { id: home.shop.aiProviderId });
  if (hasModel) {
    await addAiProvider(owner, {
      kind: "groq",
      name: "Groq",
      apiKey: groqLocalKey,
      baseUrl: groq.access.baseUrl,
      models: ["openai/gpt-oss-120b"],
    });
  }
  const counted: unknown[] = [];
  const rules: Rules = {
    ask: () => Promise.resolve(asked),
    answer: (_ctx, query) => {
      counted.push(query);
      return Promise.resolve(query.type === "metric" ? anAnswer() : notUnderstood);
    },
  };
  const ctx = stage.as(home, { role });
  const turn: Turn = {
    conversationId: "cnv_1",
    turnId: "trn_1",
    question: "GMV da primeira semana de novembro",
    query: null,
    attachments: [],
    history: [],
    summary: null,
  };
  async function ask(
    question = turn.question,
    more: { signal?: AbortSignal; onPart?: (part: AnswerPart) => void; turn?: Partial<Turn> } = {},
  ) {
    const parts: AnswerPart[] = [];
    const emit = (part: AnswerPart) => {
      parts.push(part);
      more.onPart?.(part);
    };
    const signal = more.signal ?? new AbortController().signal;
    await answerWork({ ctx, turn: { ...turn, question, ...more.turn }, rules, emit, signal });
    await Promise.all(stage.deferred);
    return { parts, kinds: parts.map(({ type }) => type), text: textOf(parts), source: parts.findLast((part) => part.type === "source") };
  }
  const play = (action: string, input: Record<string, unknown>) => groq.act(action, input);
  /** What the provider was asked last, as it came over the wire. */
  const lastSent = () => JSON.stringify(groq.sent.at(-1) ?? {});
  return { home, stage, ctx, owner, ask, counted, play, lastSent };
}

function textOf(parts: readonly AnswerPart[]): string {
  return parts.map((part) => (part.type === "text" ? part.text : "")).join("");
}
