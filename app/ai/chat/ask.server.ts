import type { ServiceContext } from "#app/domain/context.ts";
import { actorAllows } from "#app/domain/actor.ts";
import { createConversation } from "#app/domain/conversations/create-conversation.server.ts";
import { keepTurn } from "#app/domain/conversations/keep-turn.server.ts";
import { maxQuestionChars } from "#app/domain/conversations/limits.ts";
import { NotUnderstoodError } from "#app/domain/conversations/not-understood-error.ts";
import type { AnswerPart } from "#app/domain/conversations/parts.ts";
import { readHistory } from "#app/domain/conversations/read-history.server.ts";
import { requirePermission } from "#app/domain/context.ts";
import { AppError, parseInput } from "#app/domain/errors.ts";
import type { Answered, AskedQuery, ChartSpec } from "#app/domain/metrics/answer.ts";
import type { MetricColumn, MetricRow } from "#app/domain/metrics/result.ts";
import type { Untrusted } from "#app/domain/untrusted.ts";
import { answerTurn } from "./answer-turn.server.ts";
import { askSchema } from "./ask-schema.ts";
import { whileAllowed } from "./while-allowed.server.ts";

type AskedApproval = { id: string; tool: string; title: string; effects: string[] };

export type Reply = {
  /** Null where the answer rests on no single query. */
  query: AskedQuery | null;
  columns: MetricColumn[];
  rows: MetricRow[];
  answer: string;
  chart: ChartSpec | null;
  source: "rules" | "model";
  suggestions: string[];
  /** What would be done once somebody approves it. */
  approvals: AskedApproval[];
  /** Null where the caller may ask and not keep. */
  conversationId: string | null;
};

/** One question, answered in one piece. It is kept in its conversation as far as the caller may keep things. */
export async function ask(ctx: ServiceContext, input: Untrusted<typeof askSchema>, signal: AbortSignal): Promise<Reply> {
  requirePermission(ctx, "chat:read");
  const { question, locale, conversationId: known } = parseInput(askSchema, input);
  const askedAtMs = ctx.clock.now();
  const { exchanges, summary } = known === undefined ? { exchanges: [], summary: null } : await readHistory(ctx, { conversationId: known });
  const keeps = actorAllows(ctx.actor, "chat:write") && question.length <= maxQuestionChars;
  const conversationId = known ?? (keeps ? (await createConversation(ctx)).id : null);
  const turnId = ctx.ids.next("trn");
  const parts: AnswerPart[] = [];
  const turn = { conversationId: conversationId ?? turnId, turnId, question, query: null, attachments: [], history: exchanges, summary };
  await whileAllowed(ctx, signal, (wanted) =>
    answerTurn(ctx, turn, { emit: (part) => void parts.push(part), signal: wanted, locale, via: "api" }),
  );
  if (keeps && conversationId !== null) await keepTurn(ctx, { conversationId, turnId, question, parts, askedAtMs });
  return { ...replyOf(parts), conversationId };
}

function replyOf(parts: readonly AnswerPart[]): Omit<Reply, "conversationId"> {
  const answered = parts.findLast((part) => part.type === "answer")?.answer;
  const text = parts.map((part) => (part.type === "text" ? part.text : "")).join("");
  const approvals = parts.flatMap((part) =>
    part.type === "approval" ? [{ id: part.approvalId, tool: part.tool, title: part.title, effects: part.effects }] : [],
  );
  const refusal = parts.find((part) => part.type === "refusal");
  if (refusal?.reason === "forbidden") throw new AppError("forbidden", "forbidden");
  if (refusal !== undefined) throw new NotUnderstoodError(refusal);
  if (answered === undefined && text === "" && approvals.length === 0) throw new AppError("unavailable", "answerUnavailable");
  return { ...tableOf(answered), answer: text === "" ? (answered?.answer ?? "") : text, source: sourceOf(parts), approvals };
}

function tableOf(answered: Answered | undefined): Pick<Reply, "query" | "columns" | "rows" | "chart" | "suggestions"> {
  if (answered === undefined) return { query: null, columns: [], rows: [], chart: null, suggestions: [] };
  const { query, columns, rows, chart, suggestions } = answered;
  return { query, columns, rows, chart, suggestions };
}

function sourceOf(parts: readonly AnswerPart[]): Reply["source"] {
  return parts.findLast((part) => part.type === "source")?.source ?? "rules";
}
