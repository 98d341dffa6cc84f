import type { ServiceContext } from "#app/domain/context.ts";
import type { AnswerPart, Specialist, Turn } from "#app/domain/conversations/parts.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Answered } from "#app/domain/metrics/answer.ts";
import type { KnownNumbers } from "./numbers/known-numbers.ts";
import type { Rules } from "./rules.ts";

/** Where an answer goes while it is made, and how somebody says that it is no longer wanted. */
export type Answering = {
  emit: (part: AnswerPart) => void | Promise<void>;
  signal: AbortSignal;
  /** The language of the answer; without one, that of the question. */
  locale?: Locale | undefined;
};

/** One question on its way to an answer. */
export type Work = Answering & { ctx: ServiceContext; turn: Turn; rules: Rules };

/** One talk with a model about it. */
export type Session = Work & {
  specialist: Specialist;
  /** Whether the person asked for something to be done. */
  mayAct: boolean;
  known: KnownNumbers;
  /** What was looked up so far and is not shown yet: a model may still fail, and then rules answer instead. */
  pending: Answered[];
  lastAnswered: Answered | null;
  /** How many changes were put before people. */
  proposed: number;
};
