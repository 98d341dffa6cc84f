import { stopWords } from "../text/stop-words.ts";
import { concepts, conceptsIn, type Stems, stemsOf } from "./concepts.ts";
import { normalise } from "./vectors.ts";

/** The name of these vectors: another rule would make others, which cannot be compared with them. */
export const rulesModel = "rules-1";
const dimensions = 256;
const conceptPlaces = 64;
const conceptWeight = 2.5;
const gramWeight = 0.35;
const longest = 2_000;

/**
 * A text as a direction, by rules alone: the same text gives the same vector on every machine. The first places are concepts, so
 * that languages meet there; the others hold words and their parts, hashed, so that names and misspellings are near each other.
 */
export function embedText(text: string): number[] {
  const stems = stemsOf(text.slice(0, longest));
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const [concept, times] of conceptsIn(stems)) vector[concepts.indexOf(concept)] = conceptWeight * (1 + Math.log(times));
  for (const [word, times] of countsOf(stems)) {
    add(vector, `w ${word}`, 1 + Math.log(times));
    for (const gram of gramsOf(word)) add(vector, `g ${gram}`, gramWeight);
  }
  return normalise(vector);
}

export function isEmptyWord(word: string): boolean {
  return stopWords.pt.has(word) || stopWords.en.has(word);
}

function countsOf(stems: Stems): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { word, pt } of stems) if (!isEmptyWord(word)) counts.set(pt, (counts.get(pt) ?? 0) + 1);
  return counts;
}

function gramsOf(word: string): string[] {
  const framed = `^${word}$`;
  return Array.from({ length: Math.max(0, framed.length - 2) }, (_, at) => framed.slice(at, at + 3));
}

/** Half of all features count against: what falls on the same place by chance cancels out. */
function add(vector: number[], feature: string, weight: number): void {
  const hash = fnv(feature);
  const place = conceptPlaces + (hash % (dimensions - conceptPlaces));
  const sign = (hash >>> 20) % 2 === 0 ? 1 : -1;
  vector[place] = (vector[place] ?? 0) + sign * weight;
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return (hash ^ (hash >>> 13)) >>> 0;
}
