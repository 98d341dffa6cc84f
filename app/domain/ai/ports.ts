import type { z } from "zod";
import type { Clock } from "#app/platform/clock.ts";
import type { ActorStamp } from "#db/write-context.ts";
import type { Purpose } from "./purposes.ts";

/** Who asks, and pays from which budget. Every context of a verb is one. */
export type Asker = { workspaceId: string; stamp: ActorStamp; requestId: string; clock: Clock };

export type Question<Value> = {
  purpose: Purpose;
  /** `data` comes from outside: it is fenced, and whatever it says is never an instruction. */
  prompt: { name: string; version: number; instructions: string; data: string };
  /** What the answer has to be; anything else is asked for once more and then left to rules. */
  schema: z.ZodType<Value>;
  /** Called with what is there so far while the answer grows. */
  onPartial?: (partial: unknown) => void;
};

/** Why rules have to answer instead. */
export const rulesReasons = ["no-models", "budget", "unavailable", "malformed", "refused"] as const;
export type RulesReason = (typeof rulesReasons)[number];

export type Answer<Value> =
  | { source: "model"; value: Value; callId: string; provider: string; model: string }
  | { source: "rules"; reason: RulesReason };

/** The one door to models. It never throws for what a model or a budget does: then rules answer, and it says why. */
export type Models = {
  ask<Value>(asker: Asker, question: Question<Value>): Promise<Answer<Value>>;
};
