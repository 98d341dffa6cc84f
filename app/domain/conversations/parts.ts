import type { Action } from "../accounts/permissions.ts";
import type { Answered, AskedQuery } from "../metrics/answer.ts";
import type { RefusalReason } from "../metrics/kinds.ts";

/** Who of the house answers: a router hands each question to one of them. */
export const specialists = ["sales", "floor", "shoppers", "listings"] as const;
export type Specialist = (typeof specialists)[number];

/**
 * What an answer is made of, in the order it comes. Texts come in pieces that are put together; a tool is told of when it
 * begins and again, under the same id, when it has ended. `needs`: what one must be allowed to see to read what follows from it.
 */
export type AnswerPart =
  | { type: "routed"; specialist: Specialist; needs?: Action[] | undefined }
  | { type: "text"; text: string }
  | { type: "tool"; id: string; name: string; label: string; state: "running" | "done" | "failed"; needs?: Action[] | undefined }
  | { type: "answer"; answer: Answered }
  | { type: "refusal"; reason: RefusalReason; text: string; suggestions: string[] }
  /** Something that would be done: what exactly, shown before a person says yes. Its state is read where approvals are kept. */
  | { type: "approval"; approvalId: string; tool: string; title: string; effects: string[]; needs?: Action[] | undefined }
  | { type: "source"; source: "rules" | "model"; callId: string | null; reason: string | null }
  /** The answer broke off: what came before it stands. withheld: it is there, and not for this reader. */
  | { type: "broken"; reason: "stopped" | "cut" | "unavailable" | "budget" | "access-ended" | "withheld" };

export type Attachment = { id: string; name: string; mediaType: string; sizeBytes: number };

/** One question and what was answered, as far as later questions need it. */
export type Exchange = { question: string; attachments: Attachment[]; parts: AnswerPart[] };

export type Turn = {
  conversationId: string;
  turnId: string;
  question: string;
  /** Asked for by hand, with chips, instead of words: it is answered as it stands, and `question` only tells it. */
  query: AskedQuery | null;
  attachments: Attachment[];
  /** Oldest first. Where it grew too long, its beginning is told by `summary`. */
  history: Exchange[];
  summary: string | null;
};
