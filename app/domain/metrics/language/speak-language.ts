import type { Locale } from "#app/i18n/locales.ts";
import { stopWords } from "../../text/stop-words.ts";
import { readWords } from "./words.ts";

const ownEnglish: ReadonlySet<string> = new Set(
  "by per last week month year yesterday today top orders sales revenue products which how many much show find compared since".split(" "),
);
/** "Some" is an order to add up, and weighs the English word out. */
const ownPortuguese: ReadonlySet<string> = new Set(
  "some coluna tabela deste desta destes destas neste nesta desse dessa por ultimos ultima ultimo semana mes ano ontem hoje pedidos vendas faturamento produtos quais quantos quantas quanto mostre ache comparado desde dias canal estoque passado passada".split(
    " ",
  ),
);

/** The language somebody asks in, as far as its small words tell. */
export function languageOf(question: string): Locale | null {
  let balance = 0;
  for (const { text } of readWords(question)) {
    if (ownEnglish.has(text) || (stopWords.en.has(text) && !stopWords.pt.has(text))) balance += 1;
    if (ownPortuguese.has(text) || (stopWords.pt.has(text) && !stopWords.en.has(text))) balance -= 1;
  }
  return balance === 0 ? null : balance > 0 ? "en" : "pt-BR";
}
