import type { News } from "#app/domain/delegations/apply-news.ts";
import type { AnswerPart } from "#app/domain/conversations/parts.ts";
import type { TaskState } from "#app/domain/delegations/kinds.ts";
import type { Artifact, Message, Part } from "#app/domain/delegations/schemas.ts";
import type { Answered } from "#app/domain/metrics/answer.ts";
import type { RefusalReason } from "#app/domain/metrics/kinds.ts";
import { toCsvRow } from "#app/platform/csv.ts";
import { takes } from "./modes.ts";

type Place = { taskId: string; contextId: string; messageId: string; outputModes: readonly string[]; publicUrl: string };
type Of<Type extends AnswerPart["type"]> = Extract<AnswerPart, { type: Type }>;
type Ending = { state: TaskState; reason: string | null; text: string; data?: Record<string, unknown>; metadata?: Record<string, unknown> };

/** Asked more clearly, these have an answer; the others have none here. */
const clarifiable: ReadonlySet<RefusalReason> = new Set<RefusalReason>([
  "not-understood",
  "metric-unknown",
  "dimension-unfit",
  "name-unknown",
  "ambiguous",
  "period-unclear",
  "period-future",
]);

const brokenStates: Record<Of<"broken">["reason"], TaskState> = {
  stopped: "canceled",
  cut: "failed",
  unavailable: "failed",
  budget: "failed",
  "access-ended": "failed",
  withheld: "failed",
};

const brokenTexts: Record<Of<"broken">["reason"], string> = {
  stopped: "The work was stopped.",
  cut: "The work on this task broke off. Ask again.",
  unavailable: "What this needs cannot be reached now. Ask again later.",
  budget: "What may be spent on models is used up.",
  "access-ended": "The key this was asked with opens nothing any more.",
  withheld: "This key may not see the answer.",
};

/** What an answer comes to for another agent: what is handed over, and in which state its task ends. */
export function newsOfAnswer(parts: readonly AnswerPart[], place: Place): News[] {
  const answers = parts.flatMap((part) => (part.type === "answer" ? [part.answer] : []));
  const ending = endingOf(parts, answers, place);
  const artifacts = [...answerArtifacts(parts, answers, place), ...tableArtifacts(answers, place)];
  return [
    ...artifacts.map((artifact) => ({ kind: "artifact" as const, artifact, isMore: false, isLast: true })),
    { kind: "state", state: ending.state, message: messageOf(ending, place), reason: ending.reason },
  ];
}

function endingOf(parts: readonly AnswerPart[], answers: readonly Answered[], { publicUrl }: Place): Ending {
  const broken = parts.find((part) => part.type === "broken");
  if (broken !== undefined) return { state: brokenStates[broken.reason], reason: broken.reason, text: brokenTexts[broken.reason] };
  const approval = parts.find((part) => part.type === "approval");
  if (approval !== undefined) return waiting(approval, `${publicUrl}/approvals`);
  const refusal = parts.find((part) => part.type === "refusal");
  const text = saidIn(parts, answers);
  if (refusal === undefined || answers.length > 0) return { state: "completed", reason: null, text };
  const { reason, suggestions } = refusal;
  return {
    state: clarifiable.has(reason) ? "input-required" : "rejected",
    reason,
    text: [refusal.text, ...suggestions.map((one) => `– ${one}`)].join("\n"),
    data: { reason, suggestions },
  };
}

function waiting({ approvalId, tool, title, effects }: Of<"approval">, url: string): Ending {
  const text = [title, ...effects.map((one) => `– ${one}`), `Nothing happens before a person allows it: ${url}`].join("\n");
  return { state: "auth-required", reason: "approval", text, data: { approvalId, tool, title, effects, url }, metadata: { approvalId } };
}

function messageOf({ text, data, metadata }: Ending, { messageId, taskId, contextId, outputModes }: Place): Message {
  const parts: Part[] = [{ text, mediaType: "text/plain" }];
  if (data !== undefined && takes(outputModes, "application/json")) parts.push({ data, mediaType: "application/json" });
  return { messageId, role: "ROLE_AGENT", parts, taskId, contextId, ...(metadata === undefined ? {} : { metadata }) };
}

/** What a specialist wrote; where none did, the sentences of the answers. */
function saidIn(parts: readonly AnswerPart[], answers: readonly Answered[]): string {
  const written = parts
    .flatMap((part) => (part.type === "text" ? [part.text] : []))
    .join("")
    .trim();
  return written === "" ? answers.map(({ answer }) => answer).join("\n") : written;
}

function answerArtifacts(parts: readonly AnswerPart[], answers: readonly Answered[], { outputModes }: Place): Artifact[] {
  const text = saidIn(parts, answers);
  const pieces: Part[] = [];
  if (text !== "" && takes(outputModes, "text/plain")) pieces.push({ text, mediaType: "text/plain" });
  if (takes(outputModes, "application/json")) pieces.push(...answers.map((one) => ({ data: dataOf(one), mediaType: "application/json" })));
  return pieces.length === 0 ? [] : [{ artifactId: answerId, name: "Answer", parts: pieces }];
}

export const answerId = "answer";

function dataOf({ query, columns, rows, answer, chart, source, suggestions, result, explanation, found }: Answered) {
  return {
    query,
    columns,
    rows,
    totals: result?.totals ?? [],
    isCut: result?.isCut ?? false,
    answer,
    chart,
    explanation,
    found,
    source,
    suggestions,
  };
}

/** Each table as a file of its own, for whoever takes such files. */
function tableArtifacts(answers: readonly Answered[], { outputModes }: Place): Artifact[] {
  if (!takes(outputModes, "text/csv")) return [];
  return answers
    .filter(({ rows }) => rows.length > 0)
    .map(({ columns, rows }, index) => {
      const keys = columns.map(({ key }) => key);
      const lines = [toCsvRow(keys), ...rows.map((row) => toCsvRow(keys.map((key) => row[key])))];
      const raw = base64(`${lines.join("\r\n")}\r\n`);
      const filename = index === 0 ? "table.csv" : `table-${index + 1}.csv`;
      return { artifactId: `table-${index + 1}`, name: "Table", parts: [{ raw, mediaType: "text/csv", filename }] };
    });
}

function base64(text: string): string {
  let binary = "";
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
