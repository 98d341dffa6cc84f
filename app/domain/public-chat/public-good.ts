import { foldText } from "../text/normalise.ts";

/** In words, never in figures: what is left is nobody's business. */
export type Level = "in" | "few" | "out";

/** A thing on sale, as every visitor may see it. What a shop keeps to itself has no place in this type. */
export type PublicGood = {
  id: string;
  title: string;
  brand: string | null;
  description: string;
  attributes: { name: string; value: string }[];
  options: { name: string; level: Level }[];
  price: { fromCents: number; toCents: number; currency: string } | null;
  level: Level;
};

/** What marketplaces and sellers note beside a thing and not about it: codes, parcels, taxes, and whom and what it was bought for. */
const ownKeys = /^(?:SELLER_|PACKAGE_|GTIN|EAN|UPC|MPN|NCM|CEST|.*SKU|.*FISCAL|.*TAX)/;
const ownNames =
  /\b(?:sku|gtin|ean|upc|ncm|cest|codigo universal|universal product code|fornecedor|supplier|vendor|custo|cost|margem|margin|comissao|commission|fiscal|tax|interno|internal|nota|estoque|stock|lote|lot)\b/;

export function isPublicAttribute({ key, name }: { key: string; name: string }): boolean {
  return !ownKeys.test(key.toUpperCase()) && !ownNames.test(foldText(name));
}

const fewUnits = 3;

export function levelOf(units: number): Level {
  if (units <= 0) return "out";
  return units <= fewUnits ? "few" : "in";
}
