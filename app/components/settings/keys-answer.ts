import type { FormProblem } from "#app/domain/errors.ts";

/** What the key page's action answers: a new key once, or a plain yes, or why not. */
export type KeysAnswer = { ok: true; made: { key: string; name: string } | undefined } | FormProblem;
