import type { AppError } from "#app/domain/errors.ts";
import { NotUnderstoodError } from "#app/domain/conversations/not-understood-error.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";

/** A refusal as a model can act on it: what is wrong and with which field, or what could be asked instead. */
export async function refusalText(refusal: AppError): Promise<string> {
  const { reason, fields, retryAfterMs } = refusal;
  const t = await getTranslator("en", "errors");
  const textOf = (key: string) => t(`reasons.${key as "internal"}`, { defaultValue: key });
  const details = Object.entries(fields ?? {}).map(([name, key]) => `${name}: ${textOf(key)}`);
  const wait = retryAfterMs === undefined ? [] : [`Try again in ${Math.max(1, Math.ceil(retryAfterMs / 1_000))} s.`];
  const instead = refusal instanceof NotUnderstoodError ? [refusal.text, ...refusal.suggestions.map((one) => `- ${one}`)] : [];
  return [textOf(reason), ...details, ...wait, ...instead].filter((line) => line !== "").join("\n");
}
