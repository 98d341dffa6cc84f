import type { AppError } from "#app/domain/errors.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";

/** A refusal as a model can act on it: what is wrong, and with which field. */
export async function refusalText({ reason, fields, retryAfterMs }: AppError): Promise<string> {
  const t = await getTranslator("en", "errors");
  const textOf = (key: string) => t(`reasons.${key as "internal"}`, { defaultValue: key });
  const details = Object.entries(fields ?? {}).map(([name, key]) => `${name}: ${textOf(key)}`);
  const wait = retryAfterMs === undefined ? [] : [`Try again in ${Math.max(1, Math.ceil(retryAfterMs / 1_000))} s.`];
  return [textOf(reason), ...details, ...wait].join("\n");
}
