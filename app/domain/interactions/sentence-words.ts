import type { Locale } from "#app/i18n/locales.ts";

/** Parts of the sentence a session becomes. Names and what was typed come from outside and are only ever shown as text. */
export type SentenceWords = {
  seconds: (count: number) => string;
  minutes: (count: number) => string;
  list: (some: readonly string[]) => string;
  more: (count: number) => string;
  quote: (text: string) => string;
  join: (clauses: readonly string[]) => string;
  searched: (what: string) => string;
  searchedInVain: (what: string) => string;
  searchedUnopened: (what: string) => string;
  compared: (what: string, time: string | null) => string;
  looked: (what: string, time: string | null) => string;
  browsed: (pages: number, time: string | null) => string;
  glanced: (time: string | null) => string;
  carted: (what: string) => string;
  cartedCheaper: (what: string) => string;
  removed: (what: string) => string;
  bought: (what: string | null, sum: string | null) => string;
  leftAtShipping: string;
  leftAtPayment: string;
  leftAtStep: (name: string) => string;
  leftCart: string;
  leftWithoutStock: string;
};

function lastBy(word: string): (some: readonly string[]) => string {
  return (some) => (some.length < 2 ? some.join("") : `${some.slice(0, -1).join(", ")} ${word} ${some.at(-1) ?? ""}`);
}

const en: SentenceWords = {
  seconds: (count) => (count === 1 ? "1 second" : `${count} seconds`),
  minutes: (count) => (count === 1 ? "1 minute" : `${count} minutes`),
  list: lastBy("and"),
  more: (count) => `${count} more`,
  quote: (text) => `“${text}”`,
  join: (clauses) => clauses.join(", "),
  searched: (what) => `searched for ${what}`,
  searchedInVain: (what) => `searched for ${what} without finding anything`,
  searchedUnopened: (what) => `searched for ${what} without opening anything`,
  compared: (what, time) => `compared ${what}${time === null ? "" : ` for ${time}`}`,
  looked: (what, time) => `looked at ${what}${time === null ? "" : ` for ${time}`}`,
  browsed: (pages, time) => `looked around on ${pages} pages${time === null ? "" : ` for ${time}`}`,
  glanced: (time) => (time === null ? "had a glance" : `had a look for ${time}`),
  carted: (what) => `put ${what} in the cart`,
  cartedCheaper: (what) => `put the cheaper one in the cart (${what})`,
  removed: (what) => `took ${what} out of the cart again`,
  bought: (what, sum) => `bought${what === null ? "" : ` ${what}`}${sum === null ? "" : ` for ${sum}`}`,
  leftAtShipping: "left when the shipping cost was shown",
  leftAtPayment: "left at the payment",
  leftAtStep: (name) => `left the checkout at “${name}”`,
  leftCart: "left with a full cart",
  leftWithoutStock: "left after seeing that it was out of stock",
};

const ptBr: SentenceWords = {
  seconds: (count) => (count === 1 ? "1 segundo" : `${count} segundos`),
  minutes: (count) => (count === 1 ? "1 minuto" : `${count} minutos`),
  list: lastBy("e"),
  more: (count) => (count === 1 ? "mais 1" : `mais ${count}`),
  quote: (text) => `“${text}”`,
  join: (clauses) => clauses.join(", "),
  searched: (what) => `buscou ${what}`,
  searchedInVain: (what) => `buscou ${what} e não encontrou nada`,
  searchedUnopened: (what) => `buscou ${what} e não abriu nada`,
  compared: (what, time) => `comparou ${what}${time === null ? "" : ` por ${time}`}`,
  looked: (what, time) => `olhou ${what}${time === null ? "" : ` por ${time}`}`,
  browsed: (pages, time) => `passeou por ${pages} páginas${time === null ? "" : ` durante ${time}`}`,
  glanced: (time) => (time === null ? "deu uma olhada" : `deu uma olhada de ${time}`),
  carted: (what) => `colocou ${what} no carrinho`,
  cartedCheaper: (what) => `colocou no carrinho o mais barato (${what})`,
  removed: (what) => `tirou ${what} do carrinho`,
  bought: (what, sum) => `comprou${what === null ? "" : ` ${what}`}${sum === null ? "" : ` por ${sum}`}`,
  leftAtShipping: "saiu ao ver o valor do frete",
  leftAtPayment: "saiu na hora de pagar",
  leftAtStep: (name) => `saiu da finalização da compra em “${name}”`,
  leftCart: "saiu com o carrinho cheio",
  leftWithoutStock: "saiu depois de ver que não havia estoque",
};

export const sentenceWords: Record<Locale, SentenceWords> = { en, "pt-BR": ptBr };
