import { isSuspicious } from "../ai/suspicious.ts";
import type { KnownGoods } from "./facts.ts";

/** Everything that is known to be true of the goods: whatever a rewritten text claims has to stand somewhere in here. */
export function sourceText({ listing, product, questions }: KnownGoods): string {
  const attributes = [...listing.attributes, ...(product?.attributes ?? [])].map(({ name, value }) => `${name}: ${value}`);
  const own = product === null ? [] : [product.title, product.variantName, product.brand ?? ""];
  // What a buyer asks is no fact; what the seller answered is.
  const answers = questions.flatMap(({ answer }) => (answer === null || isSuspicious(answer) ? [] : [answer]));
  return [listing.title, listing.description ?? "", ...attributes, ...own, ...answers].join("\n");
}

const forOurselves = /^(?:seller_)?sku$|condition|condi[cç]|gtin|\bean\b|universal|^seller_|package|embalagem do vendedor/i;

/** What buyers look for; codes and what the marketplace shows in a place of its own say nothing to them. */
export function tellsBuyers({ key, name, value }: { key: string; name: string; value: string }): boolean {
  return value.trim() !== "" && !forOurselves.test(key) && !forOurselves.test(name.trim());
}

const brandKeys = new Set(["BRAND", "MARCA", "brand"]);

/** The brand as the listing or our catalogue names it; "Sem marca" and the like is none. */
export function brandOf({ listing, product }: Pick<KnownGoods, "listing" | "product">): string | null {
  const named = listing.attributes.find(
    ({ key, name }) => brandKeys.has(key) || name.toLowerCase() === "marca" || name.toLowerCase() === "brand",
  );
  const brand = (named?.value ?? product?.brand ?? "").trim();
  return brand === "" || /^(?:sem marca|gen[eé]ric[oa]|no brand|unbranded|n\/?a|outra)$/i.test(brand) ? null : brand;
}
