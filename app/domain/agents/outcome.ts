import type { Verdict } from "./kinds.ts";
import type { MemoryKey, MemoryValue } from "./memory-shapes.ts";
import type { AgentMessage } from "./messages.ts";
import type { ToolCall } from "./tool-inputs.ts";

/** What something is about, named as people name it. */
export type Subject = {
  type: "zone" | "bin" | "product" | "task" | "order" | "warehouse" | "channel" | "listing" | "trend";
  id: string;
  label: string;
};

/** The numbers and words a sentence about it is made of. */
export type Facts = Record<string, number | string>;

/**
 * One conclusion. `rule` names a sentence in every language, which its facts complete; its version says which edition of the
 * rule came to it.
 */
export type Decision = { rule: string; ruleVersion: number; verdict: Verdict; subject: Subject; facts: Facts };

/** What a person or a policy may let happen. */
export type Proposal = {
  /** What it is about: the same again replaces it while it is open, and is left out while it is being done. */
  key: string;
  call: ToolCall;
  /** What is expected of it, in facts of its rule. */
  effect: Facts;
  /** Proposals of one group only make sense together, such as the halves of a swap. */
  group: string | null;
  validForMs: number;
  /** Waits for a person, whatever leave its tool has. */
  needsPerson?: boolean;
};

/** What came of one look. Decisions are read in this order. */
export type Outcome = {
  decisions: (Decision & { proposal: Proposal | null })[];
  messages: AgentMessage[];
  memory: { [Key in MemoryKey]?: { value: MemoryValue<Key>; basedOn: number } };
  /** Open proposals whose keys begin like this and were not made again are withdrawn: they are seen otherwise now. */
  replaces: string[];
};
