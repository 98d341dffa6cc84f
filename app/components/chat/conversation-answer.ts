import type { FormProblem } from "#app/domain/errors.ts";

/** What a page hears after something was done with a conversation. */
export type ConversationAnswer = { ok: true; intent: "renamed" | "shared" | "unshared" | "removed" | "restored"; id: string } | FormProblem;
