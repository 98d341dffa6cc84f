import { z } from "zod";
import type { Answering } from "#app/ai/chat/session.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { fitParts } from "#app/domain/conversations/fit-parts.ts";
import type { AnswerPart, Turn } from "#app/domain/conversations/parts.ts";
import type { Message } from "#app/domain/delegations/schemas.ts";
import type { AskedQuery } from "#app/domain/metrics/answer.ts";
import { askedQuerySchema } from "#app/domain/metrics/schemas.ts";
import { answerId, newsOfAnswer } from "./answer-news.ts";
import { takes } from "./modes.ts";
import type { Work } from "./work.ts";

type Answer = (ctx: ServiceContext, turn: Turn, answering: Answering) => Promise<void>;

const askedSchema = z.object({ data: z.object({ query: askedQuerySchema }) });

/** A program that knows what it wants may send the query itself, in the form in which answers carry theirs. */
function queryOf({ parts }: Message): AskedQuery | null {
  const asked = parts.map((part) => askedSchema.safeParse(part)).find(({ success }) => success);
  return asked?.data?.data.query ?? null;
}

/** The same that answers in our own chat answers other agents. What is written is told as it comes, and once more as a whole. */
export function answerWork(answer: Answer): Work {
  return async ({ ctx, task, message, question, outputModes, history }, { publish, signal }) => {
    const parts: AnswerPart[] = [];
    const turn = {
      conversationId: task.id,
      turnId: task.id,
      question,
      query: queryOf(message),
      attachments: [],
      history,
      summary: null,
    };
    await answer(ctx, turn, {
      signal,
      via: "a2a",
      emit(part) {
        parts.push(part);
        if (part.type !== "text" || !takes(outputModes, "text/plain")) return;
        const artifact = { artifactId: answerId, name: "Answer", parts: [{ text: part.text, mediaType: "text/plain" }] };
        publish({ kind: "artifact", artifact, isMore: true, isLast: false });
      },
    });
    publish({ kind: "exchange", exchange: { question, attachments: [], parts: fitParts(parts) } });
    const { id: taskId, contextId } = task;
    const place = { taskId, contextId, messageId: ctx.ids.next("msg"), outputModes, publicUrl: ctx.publicUrl };
    for (const news of newsOfAnswer(parts, place)) publish(news);
  };
}
