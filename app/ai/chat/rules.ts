import type { ServiceContext } from "#app/domain/context.ts";
import type { AskAnswer, AskedQuery } from "#app/domain/metrics/answer.ts";

/** What answers without any model: words are read by a grammar, and what is asked for is counted. */
export type Rules = {
  ask(ctx: ServiceContext, asked: { question: string; previous: AskedQuery | null }): Promise<AskAnswer>;
  answer(ctx: ServiceContext, query: AskedQuery): Promise<AskAnswer>;
};
