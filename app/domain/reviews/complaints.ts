import { type ReadClause, readText } from "../text/read-text.ts";
import type { Language } from "../text/language.ts";
import type { Aspect } from "../text/aspect-terms.ts";
import type { Severity } from "./gap.ts";

/** One thing a review complains about, with the clause that says so. */
export type Complaint = { aspect: Aspect; sure: number; severity: Severity; clause: ReadClause };
export type ReadReview = { text: string; clauses: ReadClause[]; complaints: Complaint[]; unnamed: ReadClause[] };

/** The more stars, the clearer a complaint has to be said to be one. */
const sureFrom: Readonly<Record<number, number>> = { 1: 0.5, 2: 0.5, 3: 0.6, 4: 0.7, 5: 0.85 };
const seriousAspects = ["not-working", "wrong-item", "missing-parts", "authenticity", "voltage", "used-item", "leak"] as const;
const serious: ReadonlySet<Aspect> = new Set<Aspect>(seriousAspects);
/** So much blame in a clause is more than a small thing. */
const seriousFrom = -3.5;
const fewStars = 2;

export function readReview({ title, text, rating }: { title: string; text: string; rating: number }, usual: Language): ReadReview {
  const whole = title === "" || text.startsWith(title) ? text : `${title}\n${text}`;
  const { clauses } = readText(whole, usual);
  const best = new Map<Aspect, Complaint>();
  const unnamed: ReadClause[] = [];
  for (const clause of clauses) {
    const named = clause.mentions.filter(({ isComplaint, sure }) => isComplaint && sure >= (sureFrom[rating] ?? 0.5));
    for (const { aspect, sure } of named) {
      const known = best.get(aspect);
      const complaint = { aspect, sure, severity: severityOf(aspect, clause), clause };
      if (known === undefined || known.sure < sure) best.set(aspect, complaint);
    }
    if (named.length === 0 && isBlame(clause, rating)) unnamed.push(clause);
  }
  return { text: whole, clauses, complaints: [...best.values()], unnamed };
}

function isBlame({ polarity, mentions }: ReadClause, rating: number): boolean {
  return polarity < 0 || (rating <= fewStars && polarity === 0 && mentions.length === 0);
}

function severityOf(aspect: Aspect, { isDanger, polarity }: ReadClause): Severity {
  if (isDanger) return "dangerous";
  return serious.has(aspect) || polarity <= seriousFrom ? "serious" : "minor";
}
