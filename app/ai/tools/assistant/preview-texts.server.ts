import type { ServiceContext } from "#app/domain/context.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";

/** What people read before they say yes, in the language of whoever asks. */
export function previewTexts({ locale }: Pick<ServiceContext, "locale">) {
  return getTranslator(locale, "assistant");
}
