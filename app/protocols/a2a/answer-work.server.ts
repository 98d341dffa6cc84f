import type { Answering } from "#app/ai/chat/answer-turn.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { AnswerPart, Turn } from "#app/domain/conversations/parts.ts";
import { answerId, newsOfAnswer } from "./answer-news.ts";
import { takes } from "./modes.ts";
import type { Work } from "./work.ts";

type Answer = (ctx: ServiceContext, turn: Turn, answering: Answering) => Promise<void>;

/** The same that answers in our own chat answers other agents. What is written is told as it comes, and once more as a whole. */
export function answerWork(answer: Answer): Work {
  return async ({ ctx, task, question, outputModes, history }, { publish, signal }) => {
    const parts: AnswerPart[] = [];
    const turn = { conversationId: task.contextId, turnId: task.id, question, attachments: [], history, summary: null };
    await answer(ctx, turn, {
      signal,
      emit(part) {
        parts.push(part);
        if (part.type !== "text" || !takes(outputModes, "text/plain")) return;
        const artifact = { artifactId: answerId, name: "Answer", parts: [{ text: part.text, mediaType: "text/plain" }] };
        publish({ kind: "artifact", artifact, isMore: true, isLast: false });
      },
    });
    publish({ kind: "exchange", exchange: { question, attachments: [], parts } });
    const { id: taskId, contextId } = task;
    const place = { taskId, contextId, messageId: ctx.ids.next("msg"), outputModes, publicUrl: ctx.publicUrl };
    for (const news of newsOfAnswer(parts, place)) publish(news);
  };
}
