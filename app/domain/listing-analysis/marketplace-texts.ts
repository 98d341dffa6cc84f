import type { VendorId } from "../channels/ports.ts";

export type TextRules = {
  titleMost: number;
  /** Of words at Mercado Livre, of characters at Shopee. */
  titleLeast: { unit: "words" | "characters"; count: number };
  descriptionLeast: number;
  descriptionMost: number;
  pictures: number;
  attributes: number;
  /** After the first sale the marketplace takes no other title. */
  locksTitleAfterSale: boolean;
};

export const textRules: Record<VendorId, TextRules> = {
  "mercado-livre": {
    titleMost: 60,
    titleLeast: { unit: "words", count: 3 },
    descriptionLeast: 100,
    descriptionMost: 50_000,
    pictures: 3,
    attributes: 3,
    locksTitleAfterSale: true,
  },
  shopee: {
    titleMost: 100,
    titleLeast: { unit: "characters", count: 25 },
    descriptionLeast: 100,
    descriptionMost: 3_000,
    pictures: 3,
    attributes: 3,
    locksTitleAfterSale: false,
  },
};

export function titleLength(title: string, { titleLeast }: TextRules): number {
  return titleLeast.unit === "words" ? title.trim().split(/\s+/).filter(Boolean).length : title.trim().length;
}

/** Words about the offer instead of the goods: they belong into price, shipping and promotion, and cost rank in a title. */
const forbiddenInTitles = [
  "super oferta",
  "super promocao",
  "mega promocao",
  "hot sale",
  "flash sale",
  "promocao",
  "oferta",
  "liquidacao",
  "desconto",
  "frete gratis",
  "envio gratis",
  "envio imediato",
  "pronta entrega",
  "barato",
  "menor preco",
  "melhor preco",
  "imperdivel",
  "aproveite",
  "compre ja",
  "mais vendido",
  "garantia total",
  "black friday",
  "free shipping",
  "best price",
  "lowest price",
  "cheap",
  "sale",
  "discount",
  "best seller",
  "buy now",
  "limited offer",
  "fast shipping",
] as const;

function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** Those that stand in a title, as they are written there. */
export function forbiddenWords(title: string): string[] {
  const plain = folded(title);
  return forbiddenInTitles.flatMap((word) => {
    const match = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "u").exec(plain);
    // Folding keeps positions only while no accent is a letter of its own; composed text does.
    return match === null
      ? []
      : [title.normalize("NFC").length === plain.length ? title.normalize("NFC").slice(match.index, match.index + word.length) : word];
  });
}

const contacts = [
  /[\w.+-]+@[\w-]+\.[a-z]{2,}/i,
  /(?:https?:\/\/|www\.)\S+/i,
  /(?:\+?55\s?)?\(?\d{2}\)?\s?9?\d{4}[-\s]\d{4}\b/,
  /\b(?:whats?app|zap|telegram|instagram)\b[\s:@]*\S*/i,
];

/** Ways around the marketplace, which every marketplace removes listings for. */
export function contactData(text: string): string | null {
  for (const pattern of contacts) {
    const match = pattern.exec(text);
    if (match !== null) return match[0].trim();
  }
  return null;
}
