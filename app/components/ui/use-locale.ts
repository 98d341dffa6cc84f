import { useTranslation } from "#app/i18n/use-translation.ts";
import { isLocale, type Locale } from "#app/i18n/locales.ts";

/** The language on screen, for the formatters. */
export function useLocale(): Locale {
  const { language } = useTranslation().i18n;
  return isLocale(language) ? language : "en";
}
