import type { FormProblem } from "#app/domain/errors.ts";

/** What the team page's action answers: the outcome, and the form it belongs to. */
export type TeamAnswer = ({ ok: true } | FormProblem) & { intent: string; id: string; role: string; email: string; name: string };
