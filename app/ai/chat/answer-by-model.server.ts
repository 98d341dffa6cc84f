import type { Talked, TalkReason } from "#app/domain/ai/talk.ts";
import type { AnswerPart, Specialist } from "#app/domain/conversations/parts.ts";
import type { AskAnswer } from "#app/domain/metrics/answer.ts";
import { answersOf, messagesOf } from "./history.ts";
import { instructionsOf, readingHint, type SharedContext } from "./instructions.server.ts";
import { type CheckedText, createCheckedText } from "./numbers/checked-text.ts";
import { KnownNumbers } from "./numbers/known-numbers.ts";
import { readAttachments } from "./read-attachments.server.ts";
import type { Session, Work } from "./session.ts";
import { toolNamesOf, toolsOfSession } from "./tools/chat-tools.server.ts";

const mostSteps = 6;
const prompt = { name: "chat", version: 1 };

type Asked = { specialist: Specialist; reading: AskAnswer | null; shared: SharedContext };
type BrokenReason = Extract<AnswerPart, { type: "broken" }>["reason"];

/** What became of it. Not answered: nothing was said yet, so rules may answer, and say why they do. */
type ModelEnding = { isAnswered: true } | { isAnswered: false; reason: TalkReason; callId: string | null };

/**
 * A model answers in its own words, with tools. What it says goes out by whole sentences, as far as their numbers stand in what
 * the tools answered. What breaks off after it began stands, and is never mixed with an answer of the rules.
 */
export async function answerByModel(work: Work, { specialist, reading, shared }: Asked): Promise<ModelEnding> {
  const { ctx, turn, signal } = work;
  const session = openSession(work, specialist, shared);
  session.known.addQuestion(shared.now);
  const tools = toolsOfSession(session);
  const said = createSpeech(session);
  const talked = await ctx.ports.models.talk(ctx, {
    purpose: "chat",
    prompt: { ...prompt, instructions: instructionsOf(ctx, specialist, shared) },
    persona: () => ({ instructions: instructionsOf(ctx, session.specialist, shared), tools: toolNamesOf(session, tools) }),
    messages: [...messagesOf(turn), { role: "user", text: turn.question, data: await besideQuestion(work, shared, reading, session) }],
    tools,
    mostSteps,
    onText: said.take,
    signal,
  });
  return talked.source === "model" ? endWell(session, said, talked.callId) : endEarly(session, said, talked, reading);
}

function openSession(work: Work, specialist: Specialist, { mayAct }: SharedContext): Session {
  const known = new KnownNumbers();
  known.addQuestion(work.turn.question);
  for (const answer of answersOf(work.turn.history)) known.addAnswered(answer);
  return { ...work, specialist, mayAct, known, pending: [], lastAnswered: null, proposed: 0 };
}

/** What the workspace and the attachments hold is data, whatever it asks for. */
async function besideQuestion(
  { ctx, turn }: Work,
  { notes }: SharedContext,
  reading: AskAnswer | null,
  { known }: Session,
): Promise<string> {
  const attached = await readAttachments(ctx, turn);
  // What a person attached they may hear of again.
  known.addData(attached);
  return [readingHint(reading), ...(notes === "" ? [] : [`What the shop says of itself:\n${notes}`]), ...attached].join("\n\n");
}

type Speech = ReturnType<typeof createSpeech>;

/** What is heard of the model: first what it looked up, then its words about it. */
function createSpeech(session: Session) {
  const checked: CheckedText = createCheckedText({ known: session.known, standIn: () => session.lastAnswered?.answer ?? null });
  let hasSpoken = false;
  async function showFound(): Promise<void> {
    for (const answer of session.pending.splice(0)) await session.emit({ type: "answer", answer });
  }
  async function say(text: string): Promise<void> {
    if (text === "" || (text.trim() === "" && !hasSpoken)) return;
    await showFound();
    hasSpoken = true;
    await session.emit({ type: "text", text });
  }
  return {
    get hasSpoken() {
      return hasSpoken;
    },
    showFound,
    take: async (piece: string) => say(checked.take(piece)),
    end: async () => say(checked.end()),
    breakOff: async () => say(checked.breakOff()),
  };
}

async function endWell(session: Session, said: Speech, callId: string): Promise<ModelEnding> {
  await said.end();
  const hasFound = session.pending.length > 0;
  // All it said were numbers of nobody's, and it looked nothing up.
  if (!said.hasSpoken && !hasFound && session.proposed === 0) return { isAnswered: false, reason: "malformed", callId };
  await said.showFound();
  await session.emit({ type: "source", source: "model", callId, reason: null });
  return { isAnswered: true };
}

async function endEarly(
  session: Session,
  said: Speech,
  { reason, callId }: Extract<Talked, { source: "rules" }>,
  reading: AskAnswer | null,
): Promise<ModelEnding> {
  const isStopped = reason === "stopped";
  const hasBegun = said.hasSpoken || session.proposed > 0;
  // Numbers that were looked up are right, also where nobody came to speak of them.
  const isBest = session.pending.length > 0 && reading?.kind !== "answered";
  if (!isStopped && !hasBegun && !isBest) return { isAnswered: false, reason, callId };
  await said.breakOff();
  await said.showFound();
  await session.emit({ type: "broken", reason: brokenReason(reason, session.signal) });
  await session.emit({ type: "source", source: "model", callId, reason });
  return { isAnswered: true };
}

function brokenReason(reason: TalkReason, signal: AbortSignal): BrokenReason {
  if (reason === "stopped") return stopReason(signal);
  if (reason === "cut") return "cut";
  return reason === "budget" || reason === "unpriced" ? "budget" : "unavailable";
}

/** Who may not see it any more is told so; everybody else had it stopped. */
export function stopReason({ reason }: AbortSignal): BrokenReason {
  return reason === "access-ended" ? "access-ended" : "stopped";
}
