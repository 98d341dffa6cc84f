import type { AppError } from "#app/domain/errors.ts";
import { NotUnderstoodError } from "#app/domain/conversations/not-understood-error.ts";
import { refusalWords } from "#app/domain/refusal-words.server.ts";

/** A refusal as a model can act on it: what is wrong and with which field, or what could be asked instead. */
export async function refusalText(refusal: AppError): Promise<string> {
  const { retryAfterMs } = refusal;
  const { text, fields } = await refusalWords(refusal);
  const details = Object.entries(fields ?? {}).map(([name, why]) => `${name}: ${why}`);
  const wait = retryAfterMs === undefined ? [] : [`Try again in ${Math.max(1, Math.ceil(retryAfterMs / 1_000))} s.`];
  const instead = refusal instanceof NotUnderstoodError ? [refusal.text, ...refusal.suggestions.map((one) => `- ${one}`)] : [];
  return [text, ...details, ...wait, ...instead].filter((line) => line !== "").join("\n");
}
