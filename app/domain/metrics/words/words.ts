import type { Locale } from "#app/i18n/locales.ts";
import { en } from "./en.ts";
import type { Words } from "./kinds.ts";
import { ptBr } from "./pt-br.ts";

const words: Readonly<Record<Locale, Words>> = { en, "pt-BR": ptBr };

export function wordsOf(locale: Locale): Words {
  return words[locale];
}
