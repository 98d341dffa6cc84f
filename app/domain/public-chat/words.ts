import { stem } from "../text/stem.ts";
import { stopWords } from "../text/stop-words.ts";
import { tokenise } from "../text/tokenise.ts";

/** A word as it is compared: folded, and by its stem in both languages, as nobody says which one it is. */
export type Word = { word: string; pt: string; en: string };

export function wordsOf(text: string): Word[] {
  return tokenise(text).map(({ word }) => ({ word, pt: stem(word, "pt"), en: stem(word, "en") }));
}

export function isEmptyWord(word: string): boolean {
  return stopWords.pt.has(word) || stopWords.en.has(word);
}

export function isSameWord(a: Word, b: Word): boolean {
  return a.word === b.word || a.pt === b.pt || a.en === b.en;
}

/** How many telling words of the first stand in the second too, each counted once. */
export function sharedWords(asked: readonly Word[], text: readonly Word[]): number {
  const telling = new Map(asked.filter(({ word }) => !isEmptyWord(word)).map((one) => [one.word, one]));
  return [...telling.values()].filter((one) => text.some((other) => isSameWord(one, other))).length;
}

export function tellingWords(asked: readonly Word[]): number {
  return new Set(asked.filter(({ word }) => !isEmptyWord(word)).map(({ word }) => word)).size;
}

/** What a shop itself decides and writes down, as against what stands in its catalogue. */
const policyWords = {
  shipping:
    "frete fretes envio enviam entrega entregam entregar prazo transportadora correios retirada retirar shipping ship delivery deliver freight postage pickup",
  return: "devolucao devolver trocar troca trocas reembolso arrependimento return returns returned exchange refund refunds",
  payment: "pagamento pagar parcela parcelas parcelar parcelamento cartao pix boleto payment pay paying card installments instalments",
  discount: "desconto descontos promocao promocoes cupom cupons discount discounts coupon voucher promotion",
  hours: "horario horarios atendimento whatsapp hours opening",
} as const;
export type Policy = keyof typeof policyWords;
const policies = Object.keys(policyWords).filter((name): name is Policy => Object.hasOwn(policyWords, name));
const known = new Map(policies.map((policy) => [policy, wordsOf(policyWords[policy])]));

export function policiesIn(words: readonly Word[]): Policy[] {
  return policies.filter((policy) => known.get(policy)?.some((one) => words.some((word) => isSameWord(one, word))) === true);
}
