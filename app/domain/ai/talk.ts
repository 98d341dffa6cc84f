import type { z } from "zod";
import type { RulesReason } from "./ports.ts";
import type { Purpose } from "./purposes.ts";

/** Something a model may ask for while it answers. */
export type TalkTool = {
  name: string;
  description: string;
  /** What it is called with has this form, or `run` never hears of it and the model is told. */
  input: z.ZodType;
  /** What comes back is data to the model, whatever is written in it. What is thrown ends the talk. */
  run(input: unknown, callId: string): Promise<unknown>;
};

/** `data` comes from outside: it is fenced, and whatever it says is never an instruction. */
export type TalkMessage = { role: "user" | "assistant"; text: string; data?: string };

export type Talk = {
  purpose: Purpose;
  prompt: { name: string; version: number; instructions: string };
  /** Oldest first; the last one is what is to be answered. */
  messages: TalkMessage[];
  tools: TalkTool[];
  /** Asked before each time the model is: who it is from then on, and which of the tools it has. */
  persona?: () => { instructions: string; tools: readonly string[] };
  /** So often it may be asked in all: each round of tools is one more time. */
  mostSteps: number;
  /** Called with each piece of text as it comes. */
  onText: (text: string) => void | Promise<void>;
  signal: AbortSignal;
};

/** loop: it went on asking for tools instead of answering. stopped: whoever asked does not want it any more. */
export type TalkReason = RulesReason | "loop" | "stopped";

export type Talked =
  | { source: "model"; callId: string; provider: string; model: string }
  /** How far it came is known to whoever was given its text. `callId`: the last call there was. */
  | { source: "rules"; reason: TalkReason; callId: string | null };
