import { isSuspicious } from "../ai/suspicious.ts";
import { titleWords } from "../catalog/policy.ts";
import { objectionTo } from "./check-text.ts";
import type { AnalysisFacts } from "./facts.ts";
import { forbiddenWords, textRules } from "./marketplace-texts.ts";
import { brandOf } from "./source-text.ts";
import { calmCase, containsWords, cutToWords, isShouted, voltagesIn } from "./words.ts";

const mostTitles = 3;

/** What buyers filter by, the most telling first; the value of such an attribute is worth its place in a title. */
const telling = [
  "voltagem",
  "voltage",
  "capacidade",
  "capacity",
  "volume",
  "tamanho",
  "size",
  "modelo",
  "model",
  "cor",
  "color",
  "colour",
  "material",
  "potencia",
  "power",
  "quantidade",
  "unidades",
] as const;

type TellingFact = { name: string; value: string; from: "listing" | "product" };

/** Attributes that a title could say and does not, the most telling first. */
export function unsaidFacts({ listing, product }: Pick<AnalysisFacts, "listing" | "product">): TellingFact[] {
  const all = [
    ...listing.attributes.map((one) => ({ ...one, from: "listing" as const })),
    ...(product?.attributes ?? []).map((one) => ({ ...one, from: "product" as const })),
  ];
  const seen = new Set<string>();
  return (
    all
      .map(({ name, value, from }) => ({ name, value: value.trim(), from, rank: rankOf(name) }))
      .filter(
        ({ value, rank }) =>
          rank >= 0 && value !== "" && value.length <= 24 && !isSuspicious(value) && !/^(?:sim|nao|não|yes|no)$/i.test(value),
      )
      .filter(({ value }) => !containsWords(listing.title, value))
      // Two voltages in one title are worse than a wrong one: which of them holds is for a person to say.
      .filter(({ value }) => voltagesIn(listing.title).size === 0 || voltagesIn(value).size === 0)
      .toSorted((a, b) => a.rank - b.rank)
      .filter(({ rank }) => !seen.has(String(rank)) && seen.add(String(rank)))
      .map(({ name, value, from }) => ({ name, value, from }))
  );
}

function rankOf(name: string): number {
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return telling.findIndex((one) => plain === one || plain.startsWith(`${one} `));
}

/** Up to three titles made of nothing but what is known, each within the marketplace's rules. */
export function rewriteTitles(facts: AnalysisFacts): string[] {
  const { listing, product } = facts;
  const most = textRules[listing.vendor].titleMost;
  const core = coreOf(listing.title);
  const own = product === null ? core : coreOf(product.title);
  const brand = brandOf(facts);
  const bare = brand === null ? core : withoutRepeats(core, brand);
  const unsaid = unsaidFacts(facts).map(({ value }) => value);
  const orders = [
    [core, brand, ...unsaid],
    [brand, core, ...unsaid],
    [own, ...unsaid, brand],
    [bare, ...unsaid, brand],
    [brand, bare, ...unsaid.toReversed()],
    [core],
  ];
  const made = orders.map((parts) =>
    join(
      parts.filter((part) => part !== null),
      most,
    ),
  );
  return [...new Set(made)].filter((title) => objectionTo("title", title, facts) === null).slice(0, mostTitles);
}

/** The title as it is, without noise: no words about the offer, no shouting, no signs, nothing twice. */
function coreOf(title: string): string {
  let text = isSuspicious(title) ? "" : title;
  for (const word of forbiddenWords(text)) text = text.replaceAll(new RegExp(escaped(word), "gi"), " ");
  const plain = text.replaceAll(/[!*#~|•★✓✅🔥]+|\p{Extended_Pictographic}/gu, " ").replaceAll(/\s*[-–]{1,}\s+/g, " ");
  const calm = isShouted(plain) ? calmCase(plain.trim()) : plain;
  const seen = new Set<string>();
  return calm
    .split(/\s+/)
    .filter((word) => {
      const key = [...titleWords(word)].join(" ");
      if (key === "") return word !== "";
      const isNew = !seen.has(key) || /\d/.test(key);
      seen.add(key);
      return isNew;
    })
    .join(" ")
    .replaceAll(/\s+([,.;])/g, "$1")
    .trim();
}

function escaped(word: string): string {
  return word.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

/** What is said already is not said again; what does not fit is left out whole. */
function join(parts: readonly string[], most: number): string {
  let text = "";
  for (const part of parts) {
    if (part === "" || (text !== "" && containsWords(text, part))) continue;
    const rest = text === "" ? part : withoutRepeats(part, text);
    // A figure alone is no word of a title: "Modelo: VASO 12" behind "Vaso" would leave "12".
    if (!/\p{L}/u.test(rest)) continue;
    const longer = text === "" ? cutToWords(rest, most) : `${text} ${rest}`;
    if (longer.length <= most) text = longer;
  }
  return text;
}

/** "Acme" before "Chaleira Acme 1,8 L" leaves "Chaleira 1,8 L" of the second. */
function withoutRepeats(part: string, text: string): string {
  const said = titleWords(text);
  return part
    .split(/\s+/)
    .filter((word) => /\d/.test(word) || [...titleWords(word)].length === 0 || ![...titleWords(word)].every((one) => said.has(one)))
    .join(" ");
}
