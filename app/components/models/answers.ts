import type { FormProblem } from "#app/domain/errors.ts";
import type { ProviderTest } from "#app/domain/ai/test-provider.server.ts";

/** What the forms of the AI settings answer. */
export type AiSettingsAnswer =
  | FormProblem
  | { ok: true; intent: "add" | "change" | "remove" | "arrange" | "choose"; name: string }
  | { ok: true; intent: "test"; name: string; id: string; test: ProviderTest };

/** What the forms of spending answer. */
export type CapsAnswer = FormProblem | { ok: true; intent: "set" | "remove" };
