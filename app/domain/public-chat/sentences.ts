import type { ChatLanguage } from "./kinds.ts";
import type { Bound } from "./out-of-bounds.ts";
import type { Level, PublicGood } from "./public-good.ts";

const locales = { pt: "pt-BR", en: "en" } as const;

function moneyOf(cents: number, currency: string, language: ChatLanguage): string {
  // A space that does not break looks the same and compares otherwise.
  return new Intl.NumberFormat(locales[language], { style: "currency", currency }).format(cents / 100).replaceAll("\u00a0", " ");
}

const levels: Readonly<Record<ChatLanguage, Readonly<Record<Level, string>>>> = {
  pt: { in: "em estoque", few: "últimas unidades", out: "esgotado" },
  en: { in: "in stock", few: "only a few left", out: "sold out" },
};

export type Shown = { prices: boolean; availability: boolean };

export function priceOf({ price }: PublicGood, language: ChatLanguage): string | undefined {
  if (price === null) return undefined;
  const from = moneyOf(price.fromCents, price.currency, language);
  if (price.fromCents === price.toCents) return from;
  const to = moneyOf(price.toCents, price.currency, language);
  return language === "pt" ? `de ${from} a ${to}` : `${from} to ${to}`;
}

export function levelText(level: Level, language: ChatLanguage): string {
  return levels[language][level];
}

/** "Chaleira 127 V: R$ 189,90, em estoque" */
export function lineOf(good: PublicGood, language: ChatLanguage, shown: Shown): string {
  const facts = [shown.prices ? priceOf(good, language) : undefined, shown.availability ? levelText(good.level, language) : undefined];
  const told = facts.filter((fact) => fact !== undefined).join(", ");
  return told === "" ? good.title : `${good.title}: ${told}`;
}

const scope = {
  pt: "Posso responder sobre os produtos da loja: preço, disponibilidade, características, comparações, e o que a loja publicou sobre entrega e trocas.",
  en: "I can answer about the shop’s goods: price, availability, features, comparisons, and what the shop has published about delivery and returns.",
} as const;

const refusals: Readonly<Record<ChatLanguage, Readonly<Record<Bound, string>>>> = {
  pt: {
    private: `Isso eu não posso responder. ${scope.pt}`,
    "own-order": `Eu não vejo pedidos. Procure a sua conta ou o atendimento da loja. ${scope.pt}`,
    "off-topic": `Disso eu não entendo. ${scope.pt}`,
  },
  en: {
    private: `I cannot answer that. ${scope.en}`,
    "own-order": `I do not see orders. Look into your account or ask the shop’s service. ${scope.en}`,
    "off-topic": `I know nothing about that. ${scope.en}`,
  },
};

export function refusalOf(bound: Bound, language: ChatLanguage): string {
  return refusals[language][bound];
}

export const sentences = {
  pt: {
    greeting: `Olá! ${scope.pt}`,
    thanks: "Por nada! Se tiver outra dúvida sobre os produtos, é só perguntar.",
    nothingFound: `Não encontrei isso no catálogo da loja. Tente o nome do produto, ou uma parte dele. ${scope.pt}`,
    noPolicy: "A loja ainda não publicou nada sobre isso aqui. Procure a página de ajuda ou o atendimento da loja.",
    whichGood: "De qual produto? Escreva o nome dele, ou uma parte.",
    costs: (title: string, price: string) => `${title} custa ${price}.`,
    pricesElsewhere: (title: string) => `O preço de ${title} está na página do produto.`,
    availabilityElsewhere: (title: string) => `A disponibilidade de ${title} está na página do produto.`,
    isLevel: (title: string, level: string) => `${title}: ${level}.`,
    optionLevel: (name: string, level: string) => `${name}: ${level}`,
    has: (title: string, name: string, value: string) => `${title} — ${name}: ${value}.`,
    yes: (title: string, name: string, value: string) => `Sim. ${title} — ${name}: ${value}.`,
    no: (title: string, name: string, value: string) => `Não. ${title} — ${name}: ${value}.`,
    noValue: (asked: string, title: string) => `Não encontrei ${asked} em ${title}.`,
    others: (asked: string, lines: string) => `Em ${asked} a loja tem: ${lines}.`,
    otherOptions: (lines: string) => `Outras opções: ${lines}.`,
    says: (title: string, text: string) => `${title}: ${text}`,
    notSaid: (title: string) => `A descrição de ${title} não diz isso. O atendimento da loja pode confirmar.`,
    several: (count: number) => `Encontrei ${count} produtos:`,
    some: (count: number) => `Encontrei vários; estes são ${count} deles:`,
    compare: "Lado a lado:",
    brand: (brand: string) => `Marca: ${brand}.`,
    option: "Opções",
  },
  en: {
    greeting: `Hello! ${scope.en}`,
    thanks: "You are welcome! Ask again whenever you wonder about something in the shop.",
    nothingFound: `I found nothing like that in the shop’s catalogue. Try the name of a product, or a part of it. ${scope.en}`,
    noPolicy: "The shop has not published anything about that here yet. Look into its help pages or ask its service.",
    whichGood: "Of which product? Write its name, or a part of it.",
    costs: (title: string, price: string) => `${title} costs ${price}.`,
    pricesElsewhere: (title: string) => `The price of ${title} stands on its page.`,
    availabilityElsewhere: (title: string) => `Whether ${title} is available stands on its page.`,
    isLevel: (title: string, level: string) => `${title}: ${level}.`,
    optionLevel: (name: string, level: string) => `${name}: ${level}`,
    has: (title: string, name: string, value: string) => `${title} — ${name}: ${value}.`,
    yes: (title: string, name: string, value: string) => `Yes. ${title} — ${name}: ${value}.`,
    no: (title: string, name: string, value: string) => `No. ${title} — ${name}: ${value}.`,
    noValue: (asked: string, title: string) => `I found no ${asked} for ${title}.`,
    others: (asked: string, lines: string) => `In ${asked} the shop has: ${lines}.`,
    otherOptions: (lines: string) => `Other choices: ${lines}.`,
    says: (title: string, text: string) => `${title}: ${text}`,
    notSaid: (title: string) => `The description of ${title} does not say. The shop’s service can tell.`,
    several: (count: number) => `I found ${count} products:`,
    some: (count: number) => `I found several; these are ${count} of them:`,
    compare: "Side by side:",
    brand: (brand: string) => `Brand: ${brand}.`,
    option: "Choices",
  },
} as const;
