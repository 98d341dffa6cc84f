import type { FormProblem } from "#app/domain/errors.ts";

export type TabletsAnswer =
  | FormProblem
  | { ok: true; made: "pairing"; name: string; code: string; expiresAt: number }
  | { ok: true; made: "badge"; name: string; badge: string }
  | { ok: true; made: null };
