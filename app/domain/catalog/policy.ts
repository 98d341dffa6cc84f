import { isSameGtin } from "./gtin.ts";

/** What a listing tells about the thing it offers. */
export type ListingClue = { sku: string | null; gtin: string | null; title: string; modelName: string };

export type MatchCandidate = {
  variantId: string;
  sku: string;
  gtin: string | null;
  productTitle: string;
  /** Empty when the product has only this one. */
  variantName: string;
  brand: string | null;
};

export type Match =
  | { kind: "linked"; variantId: string; by: "sku" }
  | { kind: "suggested"; variantId: string; by: "gtin" | "title" }
  | { kind: "unlinked" };

/** Two titles are about the same thing from here on: shared words, counted twice, of all words. 1 is every word. */
const titleThreshold = 0.6;
/** The best title must be this much ahead of the next, or it is a guess among siblings. */
const titleLead = 0.1;

const unlinked: Match = { kind: "unlinked" };

/**
 * Which product a listing sells. Only the same SKU links by itself; a GTIN or a like title is a suggestion for a person,
 * because a wrong link sells the wrong stock. When two candidates fit equally, nothing is said.
 */
export function matchListing(listing: ListingClue, candidates: readonly MatchCandidate[]): Match {
  const bySku = listing.sku === null ? [] : candidates.filter((one) => isSameSku(one.sku, listing.sku));
  if (bySku.length > 0) {
    const only = bySku.length === 1 ? bySku[0] : bySku.find((one) => one.sku === listing.sku);
    return only === undefined ? unlinked : { kind: "linked", variantId: only.variantId, by: "sku" };
  }
  const byGtin = candidates.filter((one) => isSameGtin(one.gtin, listing.gtin));
  if (byGtin.length > 0) {
    const [only] = byGtin;
    return byGtin.length === 1 && only !== undefined ? { kind: "suggested", variantId: only.variantId, by: "gtin" } : unlinked;
  }
  return matchTitle(listing, candidates);
}

export function skuKey(sku: string): string {
  return sku.replaceAll(/\s/g, "").toLowerCase();
}

function isSameSku(a: string, b: string | null): boolean {
  return b !== null && skuKey(a) !== "" && skuKey(a) === skuKey(b);
}

function matchTitle(listing: ListingClue, candidates: readonly MatchCandidate[]): Match {
  const scored = candidates
    .map((candidate) => ({ candidate, score: titleScore(listing, candidate) }))
    .filter(({ score }) => score >= titleThreshold)
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || (second !== undefined && best.score - second.score < titleLead)) return unlinked;
  return { kind: "suggested", variantId: best.candidate.variantId, by: "title" };
}

/** 0 to 1; 0 as well when brand, option, colour or a measure say that it is another thing. */
export function titleScore(listing: ListingClue, candidate: MatchCandidate): number {
  const offered = titleWords(`${listing.title} ${listing.modelName}`);
  const own = titleWords(`${candidate.productTitle} ${candidate.variantName} ${candidate.brand ?? ""}`);
  if (offered.size === 0 || own.size === 0) return 0;
  const contains = (words: ReadonlySet<string>, text: string) => [...titleWords(text)].every((word) => words.has(word));
  if (candidate.brand !== null && !contains(offered, candidate.brand)) return 0;
  if (!contains(offered, candidate.variantName) || !contains(own, listing.modelName)) return 0;
  if (contradicts(measuresOf(offered), measuresOf(own))) return 0;
  const shared = [...offered].filter((word) => own.has(word)).length;
  return (2 * shared) / (offered.size + own.size);
}

const fillers = new Set("a o as os e de da do das dos com sem para por em no na um uma the of with for and an in on to by".split(" "));
const units = "ml|l|litros?|kg|g|cm|mm|m|v|volts?|w|watts?|gb|tb|mah|un|pcs|pol";
const unitNames: Readonly<Record<string, string>> = { litro: "l", litros: "l", volt: "v", volts: "v", watt: "w", watts: "w" };

/** Words without accents and fillers; "1,8 L", "1.8L" and "1,8 litros" are the same word. */
export function titleWords(text: string): Set<string> {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/(\d)[.,](?=\d)/g, "$1.")
    .replaceAll(new RegExp(`(\\d)\\s*(${units})\\b`, "g"), (_all, digit: string, unit: string) => digit + (unitNames[unit] ?? unit));
  const words = plain.match(/\d+(?:\.\d+)?[a-z]*|[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !fillers.has(word)));
}

/** One line a colour, as sellers write it in Portuguese, Spanish and English; the first word stands for all. */
const colours = [
  ["preto", "preta", "negro", "negra", "black"],
  ["branco", "branca", "blanco", "blanca", "white"],
  ["cinza", "gris", "gray", "grey"],
  ["vermelho", "vermelha", "rojo", "roja", "red"],
  ["azul", "blue"],
  ["verde", "green"],
  ["amarelo", "amarela", "amarillo", "amarilla", "yellow"],
  ["laranja", "naranja", "orange"],
  ["rosa", "pink"],
  ["roxo", "roxa", "lilas", "morado", "morada", "purple"],
  ["marrom", "marron", "brown"],
  ["bege", "beige"],
  ["dourado", "dourada", "dorado", "dorada", "gold"],
  ["prata", "prateado", "prateada", "plateado", "plateada", "silver"],
] as const;
const colourOf = new Map<string, string>(colours.flatMap((names) => names.map((name) => [name, names[0]])));

/** What sets a thing apart from its siblings: its measures by unit, and its colours. */
function measuresOf(words: ReadonlySet<string>): Map<string, Set<string>> {
  const measures = new Map<string, Set<string>>();
  const add = (kind: string, value: string) => measures.set(kind, (measures.get(kind) ?? new Set()).add(value));
  for (const word of words) {
    const [, amount, unit] = /^(\d+(?:\.\d+)?)([a-z]+)$/.exec(word) ?? [];
    if (amount !== undefined && unit !== undefined) add(unit, amount);
    const colour = colourOf.get(word);
    if (colour !== undefined) add("colour", colour);
  }
  return measures;
}

/** 127 V is not 220 V, black is not white; what only one side names says nothing. */
function contradicts(a: Map<string, Set<string>>, b: Map<string, Set<string>>): boolean {
  return [...a].some(([unit, amounts]) => {
    const others = b.get(unit);
    return others !== undefined && [...amounts].every((amount) => !others.has(amount));
  });
}

const searchedWords = 3;

/** A full-text question for products with a like title: two of its three longest words. Undefined when it has too few. */
export function likeTitleExpression(workspaceId: string, title: string): string | undefined {
  const words = [...titleWords(title)].filter((word) => /^\p{L}{3,}$/u.test(word)).toSorted((a, b) => b.length - a.length);
  const [first, second, third] = words.slice(0, searchedWords).map((word) => `"${word}"`);
  if (first === undefined || second === undefined) return undefined;
  const pairs =
    third === undefined
      ? [[first, second]]
      : [
          [first, second],
          [first, third],
          [second, third],
        ];
  const asked = pairs.map((pair) => `(${pair.join(" AND ")})`).join(" OR ");
  return `workspace_id : "${workspaceId}" AND - workspace_id : (${asked})`;
}
