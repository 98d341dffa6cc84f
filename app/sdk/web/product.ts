import { cutText, type Loose } from "../safe.ts";
import type { SeenProduct } from "../wire.ts";

/** A product as a page tells of it, with a price in the currency's own unit. */
export type TextProduct = { [Name in keyof SeenProduct | "price"]?: unknown };

const withoutCents = /JPY|KRW|CLP|VND|PYG|ISK|UGX|XAF|XOF/;

/** `1.899,90`, `1,899.90` and `R$ 1899.9` are the same amount: the last mark before one or two digits is the decimal one. */
export function centsOf(value: unknown, currency = ""): number | undefined {
  const [, whole = "", part = ""] = /^(.*?)(?:[.,](\d\d?))?$/.exec((cutText(value) ?? "").replace(/[^\d.,]/g, "")) ?? [];
  const amount = Number(`${whole.replace(/\D/g, "")}.${part}`);
  return amount < 1e9 ? Math.round(amount * (withoutCents.test(currency) ? 1 : 100)) : undefined;
}

export function currencyOf(value: unknown): string | undefined {
  return /^[A-Z]{3}$/.exec(cutText(value)?.toUpperCase() ?? "")?.[0];
}

/** What the server takes for a count. */
export function wholeOf(value: unknown): number | undefined {
  const number = Math.round(Number(value ?? Number.NaN));
  return number >= 0 && number < 1e9 ? number : undefined;
}

/** Only what a product is made of; those that nothing names are left out. */
export function productsOf(given: readonly TextProduct[]): Loose<SeenProduct>[] {
  return given
    .map(({ sku, gtin, name, url, category, price, currency, quantity, inStock }) => ({
      sku: cutText(sku),
      gtin: cutText(gtin),
      name: cutText(name),
      url: cutText(url),
      category: cutText(category),
      priceCents: centsOf(price, currencyOf(currency)),
      currency: currencyOf(currency),
      quantity: wholeOf(quantity),
      inStock: typeof inStock === "boolean" ? inStock : undefined,
    }))
    .filter(({ sku, gtin, name }) => sku ?? gtin ?? name)
    .slice(0, 50);
}
