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

function matchAt(line: Line, at: number): Entry | undefined {
  const word = line.words[at];
  if (word === undefined || line.marks[at] !== null) return undefined;
  return lexicon()
    .entries.get(word.key)
    ?.find(({ keys }) => keys.every((key, offset) => line.words[at + offset]?.key === key && line.marks[at + offset] === null));
}

export type Direction = "most" | "least";

const leastWords = /\b(?:least|worst|slowest|slow|menos|pior|piores)\b/;
const mostWords = /\b(?:most|best|top|bestseller|mais|campe(?:ao|oes))\b/;

/** Puts marks in the place of all that is known by name, the longest phrases first; tells what a phrase said of the order. */
export function markConcepts(line: Line): Direction | null {
  let direction: Direction | null = null;
  for (let at = 0; at < line.words.length; at++) {
    const entry = matchAt(line, at);
    const concept = entry?.concepts.toSorted((a, b) => rank[a.kind] - rank[b.kind])[0];
    if (entry === undefined || concept === undefined) continue;
    const words = line.words.slice(at, at + entry.keys.length);
    const text = words.map((word) => word.text).join(" ");
    if (concept.kind === "metric") direction ??= leastWords.test(text) ? "least" : mostWords.test(text) ? "most" : null;
    const isPlural = words.some(({ text: written, key }) => written !== key && written.endsWith("s"));
    cover(line, at, at + entry.keys.length, markOf(concept, isPlural));
    at += entry.keys.length - 1;
  }
  return direction;
}

export function isDimension(text: string | undefined): text is DimensionId {
  return dimensionIds.some((id) => id === text);
}

export function isMetric(text: string | undefined): text is MetricId {
  return metricIds.some((id) => id === text);
}
