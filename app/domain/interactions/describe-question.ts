import { z } from "zod";
import type { Locale } from "#app/i18n/locales.ts";
import { isSuspicious } from "../ai/suspicious.ts";
import type { Question } from "../ai/ports.ts";
import type { SessionFeatures } from "./interaction.ts";

const answerSchema = z.object({ text: z.string().min(10).max(400) });
type Answer = z.infer<typeof answerSchema>;
type Asked = { sessionId: string; text: string; features: SessionFeatures; locale: Locale; shop: string };

/** As much of what a shop says of itself as tells what it sells. */
const mostOfShop = 1_000;

/** Asks for the same facts in better words. Names and searches are a stranger's: they are data, and never instructions. */
export function describeQuestion({ sessionId, text, features, locale, shop }: Asked): Question<Answer> {
  const { products, searches, hesitations, stages } = features;
  return {
    purpose: "describe",
    once: `${sessionId}:describe`,
    prompt: {
      name: "describe-session",
      version: 2,
      instructions: `Say in one or two plain sentences in ${locale === "pt-BR" ? "Brazilian Portuguese" : "English"} what a visitor of a web shop did, for the shop's owner. “shop” is what the shop says of itself: take its words for its goods from it and nothing else. Use only what the data says, keep its names and numbers as they are, add no number and no reason that is not in it, and begin with a verb in the past.`,
      data: JSON.stringify({
        shop: shop.slice(0, mostOfShop),
        sentence: text,
        stages,
        searches: searches.map(({ query, results }) => ({ query, results })),
        products: products.slice(0, 6).map(({ name, role }) => ({ name, role })),
        hesitations: hesitations.map(({ reason }) => reason),
      }),
    },
    schema: answerSchema,
  };
}

/** Whether an answer says no more than is known: no other number, no address, and bought only where something was. */
export function keepsFacts(answer: string, { text, features }: { text: string; features: SessionFeatures }): boolean {
  if (isSuspicious(answer) || /https?:|www\./i.test(answer)) return false;
  const known = [
    text,
    ...features.products.map(({ name }) => name),
    ...features.searches.map(({ query, results }) => `${query} ${results ?? ""}`),
  ];
  const knownNumbers = new Set(numbersIn(known.join(" ")));
  if (numbersIn(answer).some((number) => !knownNumbers.has(number))) return false;
  const saysBought = /\b(bought|purchased|ordered|comprou|comprado|pedido)\b/i.test(answer);
  return features.stages.includes("order") ? saysBought : !saysBought;
}

function numbersIn(text: string): string[] {
  return (text.match(/\d+/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, ""));
}
