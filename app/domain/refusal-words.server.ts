import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import type { AppError, FieldErrors } from "./errors.ts";

/** Why something was refused, in words for whoever writes a program: which scope is missing, and what would have fitted where. */
export async function refusalWords(refusal: AppError | undefined): Promise<{ text: string; fields: FieldErrors | undefined }> {
  const t = await getTranslator("en", "errors");
  const textOf = (reason: string) => t(`reasons.${reason as "internal"}`, { defaultValue: reason, scope: refusal?.needs ?? "" });
  const fieldText = (name: string, reason: string) => {
    const expected = refusal?.expected[name];
    return expected === undefined ? textOf(reason) : `${textOf(reason)} ${t(`expected.${expected.rule}`, { value: expected.value })}`;
  };
  const { fields } = refusal ?? {};
  return {
    text: textOf(refusal?.reason ?? "internal"),
    fields:
      fields === undefined
        ? undefined
        : Object.fromEntries(Object.entries(fields).map(([name, reason]) => [name, fieldText(name, reason)])),
  };
}
