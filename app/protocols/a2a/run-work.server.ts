import type { ServiceContext } from "#app/domain/context.ts";
import type { News } from "#app/domain/delegations/apply-news.ts";
import { isUnderWay } from "#app/domain/delegations/kinds.ts";
import type { Message } from "#app/domain/delegations/schemas.ts";
import type { ToldEvent } from "#app/domain/delegations/task-writes.server.ts";
import { beginWork, type BegunWork, followTask, keepWork, tellNews } from "#app/domain/delegations/work-on-task.server.ts";
import { AppError } from "#app/domain/errors.ts";
import type { Work } from "./work.ts";

export type Running = {
  ctx: ServiceContext;
  work: Work;
  /** Whether the key it was asked with still opens anything. */
  isStillAllowed: () => Promise<boolean>;
  onTold: (told: ToldEvent) => void;
};

const lookEveryMs = 1_000;

const failedText = "Something went wrong on our side. Ask again.";
const endedText = "The key this was asked with opens nothing any more.";

/**
 * Has a task worked on, and writes down each thing that is told of it. Whoever cancels it, from wherever, is heard within a
 * second; a worker that dies is noticed by its lease. Always ends the task.
 */
export async function runWork({ ctx, work, isStillAllowed, onTold }: Running, asked: { id: string; message: Message; question: string }) {
  const begun = await beginWork(ctx, asked);
  const { task, outputModes, history } = begun;
  for (const told of begun.told) onTold(told);
  const teller = createTeller(ctx, begun, onTold);
  const stopWatching = watch(ctx, begun, { teller, isStillAllowed });
  try {
    const job = { ctx, task, message: asked.message, question: asked.question, outputModes, history };
    await work(job, { publish: teller.publish, signal: teller.signal });
  } catch (error) {
    if (!teller.signal.aborted) ctx.logger.error({ event: "unexpected.error", where: "a2a", error });
    teller.publish(ended(ctx, begun, { reason: "cut", text: failedText }));
  }
  stopWatching();
  await teller.settle();
  await tellRest(ctx, begun, { teller, onTold });
}

type Teller = ReturnType<typeof createTeller>;

/** What is published while something is being written waits, and pieces of one text are then written as one. */
function createTeller(ctx: ServiceContext, begun: BegunWork, onTold: (told: ToldEvent) => void) {
  const controller = new AbortController();
  let waiting: News[] = [];
  let lastNumber = begun.told.at(-1)?.number ?? 0;
  let writing = Promise.resolve();
  async function write(): Promise<void> {
    const news = joined(waiting);
    waiting = [];
    if (news.length === 0 || controller.signal.aborted) return;
    try {
      for (const told of await tellNews(ctx, begun, news)) {
        lastNumber = told.number;
        onTold(told);
      }
    } catch (error) {
      // Somebody ended it: what is still said is said to nobody.
      if (!(error instanceof AppError) || error.reason !== "delegationOver")
        ctx.logger.error({ event: "unexpected.error", where: "a2a", error });
      controller.abort();
    }
  }
  return {
    signal: controller.signal,
    abort: () => controller.abort(),
    lastNumber: () => lastNumber,
    publish(news: News) {
      waiting.push(news);
      writing = writing.then(write);
    },
    settle: () => writing,
  };
}

function watch(
  ctx: ServiceContext,
  begun: BegunWork,
  { teller, isStillAllowed }: { teller: Teller; isStillAllowed: () => Promise<boolean> },
) {
  let isLooking = false;
  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      if (!(await isStillAllowed())) {
        teller.publish(ended(ctx, begun, { reason: "access-ended", text: endedText }));
        await teller.settle();
        teller.abort();
      } else if (!(await keepWork(ctx, begun))) teller.abort();
    } catch (error) {
      ctx.logger.error({ event: "unexpected.error", where: "a2a", error });
    } finally {
      isLooking = false;
    }
  }
  const timer = setInterval(() => void look(), lookEveryMs);
  return () => clearInterval(timer);
}

/** Whoever cancelled it wrote the last events; and a worker that said no last word is given one. */
async function tellRest(ctx: ServiceContext, begun: BegunWork, { teller, onTold }: { teller: Teller; onTold: (told: ToldEvent) => void }) {
  const { task } = await followTask(ctx, { id: begun.id, after: teller.lastNumber() });
  if (isUnderWay(task.state)) {
    try {
      await tellNews(ctx, begun, [ended(ctx, begun, { reason: "cut", text: failedText })]);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  for (const told of (await followTask(ctx, { id: begun.id, after: teller.lastNumber() })).told) onTold(told);
}

function ended(ctx: ServiceContext, { task }: BegunWork, { reason, text }: { reason: string; text: string }): News {
  const { id: taskId, contextId } = task;
  const parts = [{ text, mediaType: "text/plain" }];
  return {
    kind: "state",
    state: "failed",
    reason,
    message: { messageId: ctx.ids.next("msg"), role: "ROLE_AGENT", parts, taskId, contextId },
  };
}

/** Pieces of one artifact that came meanwhile become one piece. */
export function joined(news: readonly News[]): News[] {
  const result: News[] = [];
  for (const one of news) {
    const before = result.at(-1);
    const both = before === undefined ? undefined : join(before, one);
    if (both === undefined) result.push(one);
    else result[result.length - 1] = both;
  }
  return result;
}

function join(before: News, next: News): News | undefined {
  if (before.kind !== "artifact" || next.kind !== "artifact" || !before.isMore || !next.isMore || next.isLast) return undefined;
  const [one, ...rest] = before.artifact.parts;
  const [other, ...others] = next.artifact.parts;
  if (before.artifact.artifactId !== next.artifact.artifactId || rest.length + others.length > 0) return undefined;
  if (one === undefined || other === undefined || !("text" in one) || !("text" in other)) return undefined;
  return { ...next, artifact: { ...next.artifact, parts: [{ ...one, text: one.text + other.text }] } };
}
