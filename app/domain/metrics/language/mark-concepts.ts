import { dimensionIds, type DimensionId, type MetricId, metricIds } from "../kinds.ts";
import { type Concept, type Entry, lexicon } from "./lexicon/lexicon.ts";
import { cover, type Line } from "./line.ts";

/** How a concept stands in the line: `<metric:gmv>`, `<dim:channel>`, `<value:vendor=shopee>`, `<sale>`, `<choice:0>`. */
function markOf(concept: Concept, isPlural: boolean): string {
  switch (concept.kind) {
    case "metric":
      return `<metric:${concept.metric}>`;
    case "dimension":
      return isPlural ? `<dims:${concept.dimension}>` : `<dim:${concept.dimension}>`;
    case "value":
      return `<value:${concept.dimension}=${concept.value}>`;
    case "sale":
      return "<sale>";
    case "choice":
      return `<choice:${concept.index}>`;
    default:
      return concept satisfies never;
  }
}

/** Where a word is a number's name and a value's or a split's too, the number goes first, and what is sure before what is not. */
const rank: Readonly<Record<Concept["kind"], number>> = { metric: 0, sale: 1, dimension: 2, value: 3, choice: 4 };

type Match = { at: number; end: number; entry: Entry };

/** May stand between the words of a name: "tasks were finished", "valor dos pedidos". */
const light: ReadonlySet<string> = new Set(
  "were was are is be been being have has had got get we i you they did do does the of a an our my your still yet to that in foram foi esta estao ta sao ser sido o os as ao aos de do da dos das que eu nos ele eles meu minha meus minhas nosso nossos nossa media medio medios medias average avg ainda tenho temos tem ja para pra na em".split(
    " ",
  ),
);

function matchesIn(line: Line): Match[] {
  const { entries } = lexicon();
  return line.words.flatMap(({ key: first }, at) =>
    (entries.get(first) ?? []).flatMap((entry): Match[] => {
      const end = endOf(line, at, entry);
      return end === undefined ? [] : [{ at, end, entry }];
    }),
  );
}

const mostBetween = 2;

function endOf(line: Line, at: number, { keys }: Entry): number | undefined {
  let index = at;
  for (const [place, key] of keys.entries()) {
    if (place > 0) index = behindLight(line, index, key);
    if (line.marks[index] !== null || line.words[index]?.key !== key) return undefined;
    index++;
  }
  return index;
}

/** Where a word is looked for, behind at most two small ones. */
function behindLight(line: Line, from: number, key: string): number {
  for (let index = from; index <= from + mostBetween; index++) {
    const word = line.words[index];
    if (word === undefined || word.key === key || line.marks[index] !== null || !light.has(word.text)) return index;
  }
  return from + mostBetween;
}

export type Direction = "most" | "least";

const leastWords = /\b(?:least|worst|slowest|slow|lowest|menos|menor|pior|piores|mal|baixo|lento|pouca|cheapest|baratos?|baratas?)\b/;
const mostWords =
  /\b(?:most|priciest|best|better|more|top|hot|fast|fastest|highest|bestseller|mais|maior|melhor|melhores|bem|alto|pico|peak|campe(?:ao|oes))\b/;

/** Puts marks in the place of all that is known by name, the longest phrases first; tells what a phrase said of the order. */
export function markConcepts(line: Line): Direction | null {
  let direction: Direction | null = null;
  for (const { at, end, entry } of matchesIn(line).toSorted(
    (a, b) => b.entry.keys.length - a.entry.keys.length || a.end - a.at - (b.end - b.at) || a.at - b.at,
  )) {
    const [concept] = entry.concepts.toSorted((a, b) => rank[a.kind] - rank[b.kind]);
    if (concept === undefined || line.marks.slice(at, end).some((mark) => mark !== null)) continue;
    const words = line.words.slice(at, end);
    const text = words.map((word) => word.text).join(" ");
    if ((concept.kind === "metric" || concept.kind === "sale") && !text.startsWith("how "))
      direction ??= leastWords.test(text) ? "least" : mostWords.test(text) ? "most" : null;
    const isPlural = words.some(({ text: written, key }) => written !== key && written.endsWith("s"));
    cover(line, at, end, markOf(concept, isPlural));
  }
  return direction;
}

export function isDimension(text: string | undefined): text is DimensionId {
  return dimensionIds.some((id) => id === text);
}

export function isMetric(text: string | undefined): text is MetricId {
  return metricIds.some((id) => id === text);
}
