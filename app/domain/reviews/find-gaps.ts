import { isSuspicious } from "../ai/suspicious.ts";
import { keyPhrases } from "../text/key-phrases.ts";
import type { Language } from "../text/language.ts";
import { type ReadClause, readText } from "../text/read-text.ts";
import { trendOf } from "../text/trend.ts";
import { readReview, type ReadReview } from "./complaints.ts";
import { asksAbout } from "./fix-targets.ts";
import { type AskedText, foundPrefix, type Gap, type ReviewedText, type Severity, severities } from "./gap.ts";
import { chooseQuotes, type Quotable, tellingWeight } from "./quotes.ts";

export type GapOptions = {
  nowMs: number;
  /** The latest part of the time, which is compared with what was before. */
  recentMs: number;
  /** Fewer reviews than this are no complaint of many. */
  leastReviews: number;
  /** So many questions before anybody bought say that something is not told. */
  leastQuestions: number;
  usual: Language;
};

type Said = { review: ReviewedText; read: ReadReview; clause: ReadClause; sure: number; severity: Severity };
type Asked = { question: AskedText; clause: ReadClause; text: string };
type Cluster = { topic: string; label: string | null; said: Said[]; asked: Asked[] };

const mostFound = 6;
/** Words that nobody knew to look for are less sure to be one complaint. */
const foundSure = 0.55;

/** What buyers complain about, by goods, the heaviest first. Every count and quote is of the texts themselves. */
export function findGaps(reviews: readonly ReviewedText[], questions: readonly AskedText[], options: GapOptions): Gap[] {
  const bySubject = Map.groupBy(reviews, ({ subject }) => subject);
  const askedBy = Map.groupBy(questions, ({ subject }) => subject);
  const subjects = new Set([...bySubject.keys(), ...askedBy.keys()]);
  return [...subjects]
    .flatMap((subject) => gapsOf(subject, bySubject.get(subject) ?? [], askedBy.get(subject) ?? [], options))
    .toSorted((a, b) => weightOf(b) - weightOf(a) || byText(a.subject + a.topic, b.subject + b.topic));
}

/** How much a gap hurts: how many say it, and how badly. */
export function weightOf({ reviews, questions, severityScore }: Pick<Gap, "reviews" | "questions" | "severityScore">): number {
  return reviews * (0.5 + severityScore / 100) + questions * 0.2;
}

function gapsOf(subject: string, reviews: readonly ReviewedText[], questions: readonly AskedText[], options: GapOptions): Gap[] {
  const read = reviews.map((review) => ({ review, read: readReview(review, options.usual) }));
  const clusters = [...byAspect(read, questions, options), ...discovered(read, options)];
  return clusters
    .filter(({ said, asked }) => said.length >= options.leastReviews || asked.length >= options.leastQuestions)
    .map((cluster) => toGap(subject, cluster, reviews, options));
}

type Read = { review: ReviewedText; read: ReadReview };

function byAspect(read: readonly Read[], questions: readonly AskedText[], { usual }: GapOptions): Cluster[] {
  const clusters = new Map<string, Cluster>();
  const clusterOf = (topic: string) => {
    const known = clusters.get(topic) ?? { topic, label: null, said: [], asked: [] };
    clusters.set(topic, known);
    return known;
  };
  for (const { review, read: one } of read) {
    for (const { aspect, sure, severity, clause } of one.complaints) {
      clusterOf(aspect).said.push({ review, read: one, clause, sure, severity });
    }
  }
  for (const question of questions) {
    const named = new Map(
      readText(question.text, usual).clauses.flatMap((clause) => clause.mentions.map(({ aspect }) => [aspect, clause] as const)),
    );
    for (const [aspect, clause] of named) if (asksAbout(aspect)) clusterOf(aspect).asked.push({ question, clause, text: question.text });
  }
  return [...clusters.values()];
}

/** What is blamed in the same words again and again, and no aspect knows. */
function discovered(read: readonly Read[], { leastReviews }: GapOptions): Cluster[] {
  const known = new Map(read.map((one) => [one.review.id, one]));
  const sources = read.map(({ review: { id }, read: { unnamed } }) => ({ id, clauses: unnamed }));
  return keyPhrases(sources, Math.max(3, leastReviews))
    .slice(0, mostFound)
    .map(({ key, label, texts }) => {
      const said = texts.flatMap((id): Said[] => {
        const one = known.get(id);
        const words = key.split(" ");
        const clause = one?.read.unnamed.find(({ stems }) => words.every((word) => stems.includes(word)));
        return one === undefined || clause === undefined
          ? []
          : [{ ...one, clause, sure: foundSure, severity: clause.isDanger ? "dangerous" : "minor" }];
      });
      return { topic: `${foundPrefix}${key.replaceAll(" ", "-")}`.slice(0, 60), label, said, asked: [] };
    });
}

function toGap(subject: string, { topic, label, said, asked }: Cluster, reviews: readonly ReviewedText[], options: GapOptions): Gap {
  const since = options.nowMs - options.recentMs;
  const isRecent = ({ writtenAtMs }: ReviewedText) => writtenAtMs > since;
  const recentOf = reviews.filter(isRecent).length;
  const recent = said.filter(({ review }) => isRecent(review)).length;
  const times = said.map(({ review }) => review.writtenAtMs).toSorted((a, b) => b - a);
  const all = [...times, ...asked.map(({ question }) => question.askedAtMs)];
  return {
    subject,
    topic,
    label,
    reviews: said.length,
    of: reviews.length,
    questions: asked.length,
    suspicious: said.filter(({ review }) => isSuspicious(review.text)).length,
    ...severityOf(said),
    trend: trendOf({ found: recent, of: recentOf }, { found: said.length - recent, of: reviews.length - recentOf }),
    confidence: confidenceOf(said, asked),
    firstAtMs: Math.min(...all),
    lastAtMs: Math.max(...all),
    quotes: chooseQuotes([...said.map(saidQuote), ...asked.map(askedQuote)]),
    phrases: phrasesOf(said),
    complainedAtMs: times,
  };
}

/** One harm is enough to be dangerous; otherwise what is said most often counts. */
function severityOf(said: readonly Said[]): Pick<Gap, "severity" | "severityScore"> {
  if (said.length === 0) return { severity: "minor", severityScore: 0 };
  const rank = said.reduce((sum, one) => sum + severities.indexOf(one.severity), 0) / said.length;
  const stars = said.reduce((sum, { review }) => sum + (5 - review.rating), 0) / said.length;
  const isDangerous = said.some((one) => one.severity === "dangerous");
  const severity = isDangerous ? "dangerous" : rank >= 0.5 ? "serious" : "minor";
  return { severity, severityScore: Math.round(Math.min(100, 50 * (isDangerous ? 1 : rank / 2) + 12.5 * stars)) };
}

/** How clearly each says it, and how many do: two may be chance, eight are hardly. */
function confidenceOf(said: readonly Said[], asked: readonly Asked[]): number {
  const cases = said.length + asked.length / 2;
  const clear = said.length === 0 ? 0.6 : said.reduce((sum, { sure }) => sum + sure, 0) / said.length;
  return Math.round(100 * clear * (1 - Math.exp(-cases / 3))) / 100;
}

function phrasesOf(said: readonly Said[]): string[] {
  const sources = said.map(({ review: { id }, clause }) => ({ id, clauses: [clause] }));
  return keyPhrases(sources, 2)
    .slice(0, 3)
    .map(({ label }) => label);
}

function saidQuote({ review, read, clause, sure }: Said): Quotable {
  const { id, rating, writtenAtMs } = review;
  return { source: "review", id, rating, atMs: writtenAtMs, text: read.text, clause, weight: tellingWeight(sure, clause) };
}

function askedQuote({ question, clause, text }: Asked): Quotable {
  return { source: "question", id: question.id, rating: null, atMs: question.askedAtMs, text, clause, weight: 0.2 };
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
