import { formatMoney } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { isolateDirection } from "#app/platform/isolate-direction.ts";
import type { InteractionProduct, SessionFeatures } from "./interaction.ts";
import { type SentenceWords, sentenceWords } from "./sentence-words.ts";

const namesShown = 3;

/** What happened in one sentence, from features alone: it says nothing that they do not hold. */
export function describeSession(features: SessionFeatures, locale: Locale): string {
  const words = sentenceWords[locale];
  const clauses = [...searched(features, words), ...looked(features, words), ...carted(features, words), ...ended(features, words, locale)];
  const sentence = words.join(
    clauses.length === 0 ? [words.glanced(features.visibleMs === 0 ? null : timeOf(features.visibleMs, words))] : clauses,
  );
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function timeOf(ms: number, words: SentenceWords): string {
  const minutes = Math.round(ms / 60_000);
  if (ms < 60_000) return words.seconds(Math.max(1, Math.round(ms / 1_000)));
  return words.minutes(minutes);
}

function names(products: readonly InteractionProduct[], words: SentenceWords): string {
  const shown = products.slice(0, namesShown).map(({ name }) => isolateDirection(name));
  const more = products.length - shown.length;
  return words.list(more > 0 ? [...shown, words.more(more)] : shown);
}

function searched({ searches }: SessionFeatures, words: SentenceWords): string[] {
  const last = searches.at(-1);
  if (last === undefined) return [];
  const wanted = [...new Set(searches.map(({ query }) => query))].slice(0, 2).map((query) => words.quote(isolateDirection(query)));
  const what = words.list(wanted);
  if (searches.every(({ results }) => results === 0)) return [words.searchedInVain(what)];
  return [searches.some(({ isFollowed }) => isFollowed) ? words.searched(what) : words.searchedUnopened(what)];
}

function looked({ products, pages, stages, searches, visibleMs }: SessionFeatures, words: SentenceWords): string[] {
  const compared = products.filter(({ role }) => role === "compared");
  const watched = products.filter(({ views }) => views > 0);
  const sum = (some: readonly InteractionProduct[]) => some.reduce((ms, one) => ms + one.visibleMs, 0);
  // What was compared and then taken plays a stronger part by now.
  const group = compared.length === 0 ? [] : products.filter(({ role, views }) => role === "compared" || (views > 0 && role !== "viewed"));
  if (group.length > 1) return [words.compared(names(group, words), sum(group) === 0 ? null : timeOf(sum(group), words))];
  if (watched.length > 0) return [words.looked(names(watched, words), sum(watched) === 0 ? null : timeOf(sum(watched), words))];
  if (stages.length > 1 || searches.length > 0 || pages < 2) return [];
  return [words.browsed(pages, visibleMs === 0 ? null : timeOf(visibleMs, words))];
}

function carted({ products, stages }: SessionFeatures, words: SentenceWords): string[] {
  if (stages.includes("order")) return [];
  const inCart = products.filter(({ role }) => role === "carted");
  const removed = products.filter(({ role }) => role === "removed");
  const [only] = inCart;
  return [
    ...(inCart.length === 0
      ? []
      : [
          isCheaper(only, products) && inCart.length === 1 ? words.cartedCheaper(names(inCart, words)) : words.carted(names(inCart, words)),
        ]),
    ...(removed.length === 0 ? [] : [words.removed(names(removed, words))]),
  ];
}

/** Cheaper than the one other thing that was looked at against it. */
function isCheaper(chosen: InteractionProduct | undefined, products: readonly InteractionProduct[]): boolean {
  const others = products.filter(({ key, views }) => key !== chosen?.key && views > 0);
  const price = chosen?.priceCents ?? null;
  return price !== null && others.length > 0 && others.every(({ priceCents }) => priceCents !== null && priceCents > price);
}

function ended(features: SessionFeatures, words: SentenceWords, locale: Locale): string[] {
  const { stages, products, checkoutSteps, orderCents, currency, hesitations } = features;
  if (stages.includes("order")) {
    const bought = products.filter(({ role }) => role === "bought");
    const sum = orderCents === null || currency === null ? null : formatMoney(orderCents, currency, locale);
    return [words.bought(bought.length === 0 ? null : names(bought, words), sum)];
  }
  const reason = hesitations[0]?.reason;
  if (stages.includes("checkout")) {
    if (reason === "shipping-cost") return [words.leftAtShipping];
    if (reason === "payment") return [words.leftAtPayment];
    return [words.leftAtStep(isolateDirection(checkoutSteps.at(-1) ?? "1"))];
  }
  if (products.some(({ role }) => role === "carted")) return [words.leftCart];
  return reason === "stock" ? [words.leftWithoutStock] : [];
}
