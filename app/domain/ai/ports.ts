import type { z } from "zod";
import type { Clock } from "#app/platform/clock.ts";
import type { ActorStamp } from "#db/write-context.ts";
import type { CapScope, CapWindow } from "./kinds.ts";
import type { Purpose } from "./purposes.ts";
import type { Talk, Talked } from "./talk.ts";

/** Who asks, and pays from which budget. Every context of a verb is one. */
export type Asker = {
  workspaceId: string;
  stamp: ActorStamp;
  requestId: string;
  clock: Clock;
  /** The agent's run it is asked in; the log names it. */
  runId?: string | undefined;
};

export type Question<Value> = {
  purpose: Purpose;
  /** `data` comes from outside: it is fenced, and whatever it says is never an instruction. */
  prompt: { name: string; version: number; instructions: string; data: string };
  /** What the answer has to be; anything else is asked for once more and then left to rules. */
  schema: z.ZodType<Value>;
  /**
   * Names this question within the workspace ("<run>:<step>"). What was answered to it is kept for a day, before anybody goes
   * on with it, and given again without being paid for again: work which was cut off begins anew and asks nothing twice.
   */
  once?: string;
  /** Called with what is there so far while the answer grows. */
  onPartial?: (partial: unknown) => void;
};

/** Why rules have to answer instead. unpriced: nobody knows what the models that are allowed cost. cut: the answer broke off. */
export const rulesReasons = ["no-models", "budget", "unpriced", "unavailable", "cut", "malformed", "refused"] as const;
export type RulesReason = (typeof rulesReasons)[number];

export type Answer<Value> =
  | { source: "model"; value: Value; callId: string; provider: string; model: string }
  /** `callId`: the call that came to nothing, where there was one to log. */
  | { source: "rules"; reason: RulesReason; callId?: string };

/** The one door to models. It never throws for what a model or a budget does: then rules answer, and it says why. */
export type Models = {
  ask<Value>(asker: Asker, question: Question<Value>): Promise<Answer<Value>>;
  /** Lets a model answer in its own words, as they come, and look things up with tools on the way. */
  talk(asker: Asker, talk: Talk): Promise<Talked>;
};

/** warned from 80 % of a cap on, blocked when nothing of it is left. */
export const capLevels = ["open", "warned", "blocked"] as const;
export type CapLevel = (typeof capLevels)[number];

export type CapState = {
  scope: CapScope;
  /** Empty for the workspace. */
  subjectId: string;
  window: CapWindow;
  limitMicroUsd: number;
  spentMicroUsd: number;
  /** Held by calls that are under way. */
  heldMicroUsd: number;
  level: CapLevel;
};

export type ProviderCircuit = { providerId: string; state: "closed" | "open" | "half-open" };

export type BudgetStatus = { day: string; month: string; caps: CapState[]; circuits: ProviderCircuit[]; callsUnderWay: number };

export type ShownBudget = BudgetStatus & { copiedAtMs: number };

/** The one place where a workspace's spending on models is decided. */
export type AiBudget = {
  status(workspaceId: string): Promise<BudgetStatus>;
  /** The copy that was made after the last call, with its moment; undefined before the first. */
  shown(workspaceId: string): Promise<ShownBudget | undefined>;
  /** What ended comes to where pages read it at once, and not with the next round. */
  tellCalls(workspaceId: string): Promise<void>;
  /** Said after every write of providers, purposes or caps: from then on no call goes by what was before. */
  settingsChanged(workspaceId: string): Promise<void>;
};
