import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import { searchTexts } from "#db/schema/search.ts";
import type { ServiceContext } from "../context.ts";
import type { Concept } from "./concepts.ts";
import { embedText, rulesModel } from "./embed-text.ts";
import { fuseRanks } from "./fuse-ranks.ts";
import type { TextKind } from "./ports.ts";
import { textQuestion } from "./question.ts";
import { type Meaning, readMeaning, sharedWords } from "./read-meaning.ts";
import { likeness } from "./vectors.ts";

/** What was found, and why: the words it shares with the question, what both are about, and how near they are in meaning. */
export type FoundText = { subjectId: string; words: string[]; concepts: Concept[]; similarityPercent: number | null };
export type TextSearch = { kind: TextKind; question: string; from?: number | undefined; until?: number | undefined; limit: number };

const byWords = 200;
/** Without an index of vectors, so many of the newest are compared one by one: what is found by words may be older. */
const byNearness = 400;
/** Below this, two texts have hardly more in common than any two. */
const leastLikeness = { rules: 0.3, model: 0.45 };

type Candidate = { subjectId: string; words: string; vector: string; vectorModel: string };

/** By words and by meaning, both in one order. Finds nothing where nothing fits, instead of the least bad. */
export async function findTexts(ctx: ServiceContext, search: TextSearch): Promise<FoundText[]> {
  const meaning = readMeaning(search.question);
  const [worded, embedded] = await Promise.all([findByWords(ctx, search, meaning), ctx.ports.textVectors.embed(ctx, [search.question])]);
  const model = embedded?.model ?? rulesModel;
  const vector = embedded?.vectors[0] ?? embedText(search.question);
  const known = new Map(worded.map((one) => [one.subjectId, one]));
  const near = await findByNearness(ctx, search, { model, vector, known });
  const ids = fuseRanks([
    { ids: worded.map(({ subjectId }) => subjectId), weight: 1 },
    { ids: near.map(({ subjectId }) => subjectId), weight: 1 },
  ]);
  const similarity = new Map(near.map((one) => [one.subjectId, one.similarity]));
  return ids.slice(0, search.limit).map(({ id }) => {
    const found = known.get(id);
    const about = found === undefined ? undefined : readMeaning(found.words);
    const close = similarity.get(id);
    return {
      subjectId: id,
      words: about === undefined ? [] : sharedWords(meaning, about),
      concepts: meaning.concepts.filter((concept) => about?.concepts.includes(concept) === true),
      similarityPercent: close === undefined ? null : Math.round(close * 100),
    };
  });
}

function findByWords(ctx: ServiceContext, { kind, from, until }: TextSearch, meaning: Meaning): Promise<Candidate[]> {
  const question = textQuestion(ctx.workspaceId, kind, meaning);
  if (question === undefined) return Promise.resolve([]);
  const { subjectId, words, vector, vectorModel } = searchTexts;
  return ctx.db.read((orm, scope) =>
    orm
      .select({ subjectId, words, vector, vectorModel })
      .from(searchTexts)
      .innerJoin(sql`search_texts_fts`, sql`search_texts_fts.rowid = ${searchTexts}.rowid`)
      .where(and(sql`search_texts_fts match ${question}`, scope(searchTexts, "led"), between(from, until)))
      .orderBy(sql`bm25(search_texts_fts, 0, 0, 4, 2, 3)`, desc(searchTexts.happenedAt))
      .limit(byWords),
  );
}

function between(from: number | undefined, until: number | undefined) {
  return and(
    from === undefined ? undefined : gte(searchTexts.happenedAt, from),
    until === undefined ? undefined : lt(searchTexts.happenedAt, until),
  );
}

type Nearness = { model: string; vector: number[]; known: Map<string, Candidate> };

/** Those found by words are compared too, however old they are, and what is found here is added to them. */
async function findByNearness(ctx: ServiceContext, { kind, from, until }: TextSearch, { model, vector, known }: Nearness) {
  const place = { workspaceId: ctx.workspaceId, kind, model };
  const least = model === rulesModel ? leastLikeness.rules : leastLikeness.model;
  const remote = await ctx.ports.vectorIndex?.nearest(place, vector, byWords);
  const isNewest = and(eq(searchTexts.kind, kind), between(from, until));
  const rows = await ctx.db.all(searchTexts, { where: isNewest, orderBy: desc(searchTexts.happenedAt), limit: byNearness });
  const candidates = new Map([...rows, ...known.values()].map((row) => [row.subjectId, row]));
  const measured = [...candidates.values()]
    .filter(({ vectorModel }) => vectorModel === model)
    .map((row) => ({ subjectId: row.subjectId, similarity: likeness(vector, row.vector) }));
  const all = new Map([...measured, ...(remote ?? [])].map((one) => [one.subjectId, one]));
  for (const [id, row] of candidates) known.set(id, row);
  return [...all.values()]
    .filter(({ similarity }) => similarity >= least)
    .toSorted((a, b) => b.similarity - a.similarity)
    .slice(0, byWords);
}
