import { type SimulatedGood, simulatedGood } from "#app/integrations/simulated-goods.ts";
import { type Language, words } from "./words.ts";

export const root = "/demo-shop";
/** The same goods as the first ones of the demo workspace's catalogue, by the same SKUs. */
export const goods: readonly SimulatedGood[] = Array.from({ length: 24 }, (_, number) => simulatedGood(number));
export const shippingCents = 3_990;
/** A page without the script, for whoever measures what it costs. */
const withoutScript = "off";
const usualSite = "pk_local_demo_shop";
const mostOfOne = 9;

/** What a visitor brings along: language in the path, cart and site in one cookie. */
export type Visit = {
  language: Language;
  base: string;
  path: string;
  query: URLSearchParams;
  appUrl: string;
  site: string | null;
  cart: Map<string, number>;
};

export type Line = { good: SimulatedGood; quantity: number };

export function goodOf(sku: string): SimulatedGood | undefined {
  return goods.find((good) => good.sku === sku);
}

export function isSoldOut(good: SimulatedGood): boolean {
  return good.number % 11 === 7;
}

export function visitOf(request: Request, appUrl: string): Visit {
  const url = new URL(request.url);
  const rest = url.pathname.slice(root.length);
  const language: Language = /^\/en(\/|$)/.test(rest) ? "en" : "pt-BR";
  const base = language === "en" ? `${root}/en` : root;
  const cookie = /(?:^|;\s*)demo_shop=([^;]*)/.exec(request.headers.get("cookie") ?? "")?.[1] ?? "";
  const [known = "", ...lines] = decodeURIComponent(cookie).split("~");
  const asked = url.searchParams.get("site") ?? known;
  const site = asked === withoutScript ? null : /^pk_[\w-]{8,60}$/.test(asked) ? asked : usualSite;
  return { language, base, path: url.pathname.slice(base.length) || "/", query: url.searchParams, appUrl, site, cart: cartOf(lines) };
}

function cartOf(lines: readonly string[]): Map<string, number> {
  const cart = new Map<string, number>();
  for (const line of lines) {
    const [sku = "", quantity] = line.split("*");
    if (goodOf(sku) !== undefined) cart.set(sku, Math.min(mostOfOne, Math.max(1, Number(quantity) || 1)));
  }
  return cart;
}

export function cookieOf({ site, cart }: Visit): string {
  const value = [site ?? withoutScript, ...[...cart].map(([sku, quantity]) => `${sku}*${quantity}`)].join("~");
  return `demo_shop=${encodeURIComponent(value)}; Path=${root}; SameSite=Lax`;
}

export function linesOf({ cart }: Visit): Line[] {
  return [...cart].flatMap(([sku, quantity]) => {
    const good = goodOf(sku);
    return good === undefined ? [] : [{ good, quantity }];
  });
}

export function sumOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { good, quantity }) => sum + good.priceCents * quantity, 0);
}

export function moneyOf(cents: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: "currency", currency: "BRL" }).format(cents / 100);
}

export function wordsOf({ language }: Visit) {
  return words[language];
}

export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
