import type { ServiceContext } from "#app/domain/context.ts";
import { outcomeOf, type TurnState } from "#app/domain/conversations/fold-parts.ts";
import type { AnswerPart, Turn } from "#app/domain/conversations/parts.ts";
import type { RoomEvent } from "./protocol.ts";

/** Text comes word by word: so much of it is written and sent together. */
const textWaitMs = 40;
/** Whoever has not answered by then never will. */
const patienceMs = 5 * 60_000;

export type BrokenReason = Extract<AnswerPart, { type: "broken" }>["reason"];
export type AnswerTurn = (
  ctx: ServiceContext,
  turn: Turn,
  answering: { emit: (part: AnswerPart) => void; signal: AbortSignal },
) => Promise<void>;

type Answering = {
  ctx: ServiceContext;
  turn: Turn;
  answer: AnswerTurn;
  /** Keeps and tells what happened, in this order. */
  tell: (event: RoomEvent) => void;
  /** Aborted with the reason why. */
  signal: AbortSignal;
};

/**
 * Lets one question be answered, and ends it whatever happens: an answer that breaks off, hangs or is no longer wanted ends as
 * broken, with what came before. What is still said after the end is nobody's.
 */
export async function answerInRoom({ ctx, turn, answer, tell, signal }: Answering): Promise<{ parts: AnswerPart[]; state: TurnState }> {
  const parts: AnswerPart[] = [];
  let isOver = false;
  let text = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (text !== "") push({ type: "text", text });
  }
  function push(part: AnswerPart): void {
    if (part.type === "text") text = "";
    parts.push(part);
    tell({ kind: "part", turnId: turn.turnId, part });
  }
  function emit(part: AnswerPart): void {
    if (isOver || signal.aborted) return;
    if (part.type === "text") {
      text += part.text;
      timer ??= setTimeout(flush, textWaitMs);
      return;
    }
    flush();
    push(part);
  }
  const broken = await raced(answer(ctx, turn, { emit, signal }), signal, (error) =>
    ctx.logger.error({ event: "chat.answer-failed", conversationId: turn.conversationId, turnId: turn.turnId, error }),
  );
  isOver = true;
  flush();
  if (broken !== undefined && !parts.some(({ type }) => type === "broken")) push({ type: "broken", reason: broken });
  const { state } = outcomeOf(parts);
  tell({ kind: "ended", turnId: turn.turnId, state });
  return { parts, state };
}

/** Why it broke off; undefined when the answer came to its end. */
async function raced(work: Promise<void>, signal: AbortSignal, onFault: (error: unknown) => void): Promise<BrokenReason | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const finished = work.then(
    () => (signal.aborted ? reasonOf(signal) : undefined),
    (error: unknown) => {
      if (signal.aborted) return reasonOf(signal);
      onFault(error);
      return "unavailable" as const;
    },
  );
  const stopped = new Promise<BrokenReason>((resolve) => {
    timer = setTimeout(() => resolve("unavailable"), patienceMs);
    if (signal.aborted) resolve(reasonOf(signal));
    signal.addEventListener("abort", () => resolve(reasonOf(signal)), { once: true });
  });
  try {
    return await Promise.race([finished, stopped]);
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(signal: AbortSignal): BrokenReason {
  return signal.reason === "access-ended" ? "access-ended" : "stopped";
}
