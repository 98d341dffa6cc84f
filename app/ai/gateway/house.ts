import type { Catalog } from "#app/domain/ai/catalog.ts";
import type { Governor } from "#app/domain/ai/governor.ts";
import type { ModelKits } from "#app/domain/ai/model-kits.ts";
import type { Asker } from "#app/domain/ai/ports.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { IdSource } from "#app/platform/ids.ts";
import type { Logger } from "#app/platform/logging/logger.ts";
import type { Sleep } from "#app/platform/sleep.ts";
import type { Catalogs } from "./catalogs.ts";

/** How patient the gateway is. */
export type Patience = {
  /** Of a stream: until its first token, and between two of them. */
  firstByteMs: number;
  silenceMs: number;
  /** Of an answer that comes in one piece. */
  wholeAnswerMs: number;
  /** All attempts and waits of one question together. */
  totalMs: number;
  /** A wait a provider asks for is kept up to this; a longer one ends the call when nobody else is left. */
  longestWaitMs: number;
  maxAttempts: number;
};

export const usualPatience: Patience = {
  firstByteMs: 10_000,
  silenceMs: 15_000,
  wholeAnswerMs: 30_000,
  totalMs: 90_000,
  longestWaitMs: 4_000,
  maxAttempts: 5,
};

/** What the gateway works with. */
export type House = {
  governor: Governor;
  kits: ModelKits;
  catalogs: Catalogs;
  loadCatalog: (workspaceId: string) => Promise<Catalog>;
  fetch: typeof fetch;
  clock: Clock;
  sleep: Sleep;
  random: () => number;
  ids: IdSource;
  logger: Logger;
  patience: Patience;
  /** For what need not be done before the answer: booking and logging. */
  defer: (work: Promise<unknown>) => void;
};

export type Answered = { callId: string; provider: string; model: string };

/** What the log and the budget have to know of a question beside its purpose. */
export type About = {
  asker: Asker;
  prompt: { name: string; version: number };
  /** Names the question itself; an answer kept under it is given again. Null: never; undefined: what is asked names it, where its purpose is repeatable. */
  answerKey?: string | null | undefined;
  onAnswered?: ((answered: Answered) => void) | undefined;
  /** Called at the end of the call; what it is given is done once the end is written down. */
  onEnd?: ((booked: Promise<void>) => void) | undefined;
};
