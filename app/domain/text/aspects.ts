import { type Aspect, aspects, termsOf } from "./aspect-terms.ts";
import type { Language } from "./language.ts";
import { isNegated, type Opinion, type Stemmed } from "./polarity.ts";
import { stem } from "./stem.ts";
import { tokenise } from "./tokenise.ts";

/** That something is named in a clause, and whether it is complained about. `sure` from 0 to 1. */
export type Mention = { aspect: Aspect; isComplaint: boolean; sure: number; weight: number; from: number; to: number };

type Term = { aspect: Aspect; isWrong: boolean; stems: readonly string[] };
/** By the first stem of a term. */
type Lexicon = ReadonlyMap<string, readonly Term[]>;

const lexicons: Readonly<Record<Language, Lexicon>> = { pt: toLexicon("pt"), en: toLexicon("en") };
const wordsBetween = 3;
/** An opinion further away than this is about something else. */
const near = 5;

function toLexicon(language: Language): Lexicon {
  const terms = aspects.flatMap((aspect) => {
    const { wrong, about } = termsOf(aspect, language);
    return [...toTerms(aspect, true, wrong, language), ...toTerms(aspect, false, about, language)];
  });
  return Map.groupBy(terms, ({ stems }) => stems[0] ?? "");
}

function toTerms(aspect: Aspect, isWrong: boolean, text: string, language: Language): Term[] {
  return text
    .split("|")
    .filter(Boolean)
    .map((term) => ({ aspect, isWrong, stems: tokenise(term).map(({ word }) => stem(word, language)) }));
}

type Place = { from: number; to: number };
type Match = Place & { term: Term };

/** What a clause names, each aspect once: a complaint counts before a mere mention, and the surest before others. */
export function mentionsIn(clause: Stemmed, opinions: readonly Opinion[]): Mention[] {
  const matches = clause.stems.flatMap((first, from) =>
    (lexicons[clause.language].get(first) ?? []).flatMap((term): Match[] => {
      const to = endOf(term.stems, clause.stems, from);
      return to === undefined ? [] : [{ term, from, to }];
    }),
  );
  const wrong = matches.filter(({ term }) => term.isWrong);
  const best = new Map<Aspect, Mention>();
  for (const match of matches) {
    // "Torn packaging" is no torn product, and "the cable is missing in the box" blames no box.
    if (wrong.some((other) => isWithin(match, other))) continue;
    const free = opinions.filter(
      ({ at }) => !wrong.some(({ from, to, term }) => term.aspect !== match.term.aspect && at >= from && at < to),
    );
    const mention = judged(match.term, match, clause, free);
    const known = best.get(mention.aspect);
    if (known === undefined || rank(mention) > rank(known)) best.set(mention.aspect, mention);
  }
  return [...best.values()];
}

function isWithin({ term, from, to }: Match, other: Match): boolean {
  return other.term.aspect !== term.aspect && other.from <= from && to <= other.to && to - from < other.to - other.from;
}

function rank({ isComplaint, sure }: Mention): number {
  return (isComplaint ? 1 : 0) + sure / 2;
}

/** Behind the last word of the term, or undefined when it is not all there. */
function endOf(term: readonly string[], stems: readonly string[], from: number): number | undefined {
  let at = from;
  for (const wanted of term.slice(1)) {
    const next = stems.indexOf(wanted, at + 1);
    if (next < 0 || next - at > wordsBetween + 1) return undefined;
    at = next;
  }
  return at + 1;
}

function judged(term: Term, { from, to }: Place, clause: Stemmed, opinions: readonly Opinion[]): Mention {
  const { aspect, isWrong } = term;
  const place = { from, to };
  if (isWrong) {
    const isComplaint = !isNegated(clause, place.from);
    return { aspect, isComplaint, sure: term.stems.length > 1 ? 0.95 : 0.85, weight: isComplaint ? -2 : 1, ...place };
  }
  const weight = nearestWeight(place, opinions);
  return { aspect, isComplaint: weight < 0, sure: weight === 0 ? 0.3 : 0.7, weight, ...place };
}

/** Of what stands closest; of two equally close the one behind, where a judgement usually stands. */
function nearestWeight({ from, to }: Place, opinions: readonly Opinion[]): number {
  let found = { distance: near + 1, weight: 0 };
  for (const { at, weight } of opinions) {
    const distance = at >= to ? at - to + 1 : from - at + 0.5;
    if (distance > 0 && distance < found.distance) found = { distance, weight };
  }
  return found.weight;
}
