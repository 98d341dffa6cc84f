import type { Locale } from "#app/i18n/locales.ts";
import type { DimensionId } from "../kinds.ts";
import { en } from "./en.ts";
import type { Words } from "./kinds.ts";
import { ptBr } from "./pt-br.ts";

const words: Readonly<Record<Locale, Words>> = { en, "pt-BR": ptBr };

export function wordsOf(locale: Locale): Words {
  return words[locale];
}

/** What people read in place of a stored value that is ours, and of "none", which stands where a row has no value; names have no other word. */
export function valueWord(locale: Locale, dimension: DimensionId, id: string): string | undefined {
  const { values, noValue } = words[locale];
  return values[dimension]?.[id] ?? (id === "none" ? noValue : undefined);
}
