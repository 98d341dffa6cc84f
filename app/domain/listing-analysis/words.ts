import { titleWords } from "../catalog/policy.ts";

export type WritingLanguage = "pt" | "es" | "en";

/** What buyers of a country's market read. */
export function languageOfSite(site: string): WritingLanguage {
  if (site === "MLB" || site === "BR") return "pt";
  if (site === "US" || site === "GB" || site === "SG" || site === "PH" || site === "MY") return "en";
  return "es";
}

const counted: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["two", "dois", "duas", "par", "pair", "dos"],
    ["three", "tres", "trio"],
    ["four", "quatro", "cuatro"],
    ["five", "cinco"],
    ["six", "seis"],
    ["ten", "dez", "diez"],
    ["dozen", "duzia", "docena"],
    ["kit", "conjunto", "jogo", "set", "combo"],
  ].flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)),
);

/** Every figure a text names: measures with their unit ("1.8l"), bare numbers, and words that count. */
export function numbersIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of titleWords(text)) {
    if (/\d/.test(word)) found.add(word);
    const count = counted[word];
    if (count !== undefined) found.add(count);
  }
  return found;
}

const voltage = /^(?:110|115|120|127|220|230|240)v$|^bivolt$/;

/** What must never change between two texts about the same goods: the voltage, and how many or how much it is. */
export function voltagesIn(text: string): Set<string> {
  return new Set([...titleWords(text)].filter((word) => voltage.test(word)));
}

export function containsWords(text: string, part: string): boolean {
  const words = titleWords(text);
  const wanted = [...titleWords(part)];
  return wanted.length > 0 && wanted.every((word) => words.has(word));
}

const small = new Set(
  "a o as os e de da do das dos com sem para por em no na um uma the of with for and in on to y con sin el la los las del".split(" "),
);

const unitNames: Readonly<Record<string, string>> = Object.fromEntries(
  "ml cm mm m kg g L V W A GB TB mAh un".split(" ").map((unit) => [unit.toLowerCase(), unit]),
);

/** "CHALEIRA ELÉTRICA INOX 1,8 L" as people write it; codes keep their letters, and a measure its unit. */
export function calmCase(text: string): string {
  return text
    .split(" ")
    .map((word, index, all) => {
      if (/\d/.test(word)) return word;
      const lower = word.toLocaleLowerCase("pt-BR");
      const unit = /\d$/.test(all[index - 1] ?? "") ? unitNames[lower] : undefined;
      if (unit !== undefined) return unit;
      if (index > 0 && small.has(lower)) return lower;
      return lower.charAt(0).toLocaleUpperCase("pt-BR") + lower.slice(1);
    })
    .join(" ");
}

export function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => letter === letter.toLocaleUpperCase("pt-BR")).length;
  return letters.length >= 12 && capitals / letters.length > 0.7;
}

/** Whole words only; never an ending that hangs in the air ("com", "de"). */
export function cutToWords(text: string, most: number): string {
  const tidy = text.replaceAll(/\s+/g, " ").trim();
  if (tidy.length <= most) return tidy;
  const words = tidy.slice(0, most + 1).split(" ");
  words.pop();
  while (words.length > 1 && small.has((words.at(-1) ?? "").toLowerCase())) words.pop();
  return words.join(" ");
}
