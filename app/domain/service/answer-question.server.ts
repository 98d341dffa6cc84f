import { eq } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { questions } from "#db/schema/service.ts";
import { updateWhere } from "#db/writes.ts";
import { openChannel } from "../channels/open-channel.server.ts";
import type { ChannelClient } from "../channels/ports.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { mentionedListings } from "./listings-of.server.ts";
import { mayAnswer } from "./policy.ts";
import { answerSchema } from "./schemas.ts";

/** Answers a buyer in public, at the marketplace first: what is not there is not answered. */
export async function answerQuestion(ctx: ServiceContext, input: z.input<typeof answerSchema>): Promise<void> {
  requirePermission(ctx, "service:write");
  const { id, text } = parseInput(answerSchema, input);
  const question = await ctx.db.first(questions, eq(questions.id, id));
  if (question === undefined) throw notFound("question");
  if (!mayAnswer(question)) throw new AppError("conflict", "questionClosed");
  const { channel, client } = await openChannel(ctx, question.channelId);
  if (!ctx.ports.channelDoor.adapter(channel.vendor).capabilities.answers) throw new AppError("conflict", "answersUnsupported");
  const [listing] = (await mentionedListings(ctx, [question])).values();
  await send(client, question.questionRef, text);
  const nowMs = ctx.clock.now();
  await mutate(ctx, {
    // Without a version: the buyer has the answer already, whatever was read of the question meanwhile.
    writes: [updateWhere(questions, eq(questions.id, id), { state: "answered", answer: text, answeredAt: nowMs, readAt: nowMs })],
    audit: {
      action: "question.answered",
      subject: { type: "question", id, label: listing?.title ?? question.listingRef },
      before: { answer: question.answer },
      after: { question: question.text, answer: text },
    },
    events: [{ type: "data.changed", area: "service" }],
  });
}

/** The marketplace's refusal in words that help the person who wrote the answer. */
async function send(client: ChannelClient, questionRef: string, text: string): Promise<void> {
  try {
    await client.answerQuestion(questionRef, text);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") throw new AppError("conflict", "questionGone", { cause: error });
    if (!(error instanceof AppError && error.code === "invalid")) throw error;
    const isTaken = await isAnswered(client, questionRef);
    throw isTaken
      ? new AppError("conflict", "questionClosed", { cause: error })
      : new AppError("invalid", "answerRejected", { cause: error });
  }
}

/** Two people may answer at once; the marketplace tells the second one only that it takes no answer. */
async function isAnswered(client: ChannelClient, questionRef: string): Promise<boolean> {
  const question = await client.question(questionRef).catch(() => undefined);
  return question !== undefined && question.state !== "open";
}
