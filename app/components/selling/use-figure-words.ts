import { useTranslation } from "#app/i18n/use-translation.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { figureWords } from "./figure-words.ts";

/** Figures of rules in the reader's words. */
export function useFigureWords() {
  const { t } = useTranslation("advice");
  return figureWords(t, useLocale());
}
