import { and, eq, inArray } from "drizzle-orm";
import { chunks } from "#app/platform/chunks.ts";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { searchTexts } from "#db/schema/search.ts";
import { merge, removeWhere } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";
import { embedText, rulesModel } from "./embed-text.ts";
import type { TextKind } from "./ports.ts";
import { textRow } from "./text-row.ts";

export type IndexedText = { subjectId: string; text: string; happenedAt: number };

const textsAtOnce = 50;
const longest = 4_000;

/** Makes texts findable. Told again they are the same; a text that did not change is not paid for again. */
export async function indexTexts(ctx: ServiceContext, kind: TextKind, texts: readonly IndexedText[]): Promise<{ indexed: number }> {
  let indexed = 0;
  for (const part of chunks(texts, textsAtOnce)) indexed += await indexSome(ctx, kind, part);
  return { indexed };
}

async function indexSome(ctx: ServiceContext, kind: TextKind, texts: readonly IndexedText[]): Promise<number> {
  const subjects = texts.map(({ subjectId }) => subjectId);
  const known = await ctx.db.all(searchTexts, { where: and(eq(searchTexts.kind, kind), inArray(searchTexts.subjectId, subjects)) });
  const printOf = new Map(known.map(({ subjectId, print, happenedAt }) => [subjectId, { print, happenedAt }]));
  const printed = await Promise.all(
    texts.map(async (one) => ({ ...one, text: one.text.slice(0, longest), print: await sha256Hex(one.text) })),
  );
  const news = printed.filter(({ subjectId, print, happenedAt }) => {
    const before = printOf.get(subjectId);
    return before?.print !== print || before.happenedAt !== happenedAt;
  });
  if (news.length === 0) return 0;
  const words = news.map(({ text }) => text);
  const embedded = await ctx.ports.textVectors.embed(ctx, words);
  const model = embedded?.model ?? rulesModel;
  const vectors = embedded?.vectors ?? words.map(embedText);
  const rows = news.map(({ subjectId, text, print, happenedAt }, place) =>
    textRow({ id: ctx.ids.next("stx"), kind, subjectId, text, print, happenedAt, model, vector: vectors[place] ?? [] }),
  );
  const key = ["workspaceId", "kind", "subjectId"] as const;
  await mutate(ctx, { writes: [merge(searchTexts, { key: [...key], newest: "happenedAt", keep: ["id"] }, rows)], audit: "mirrored" });
  const put = news.map(({ subjectId }, place) => ({ subjectId, vector: vectors[place] ?? [] }));
  await ctx.ports.vectorIndex?.put({ workspaceId: ctx.workspaceId, kind, model }, put);
  return news.length;
}

/** What was erased is not found any more, neither by its words nor by its meaning. */
export async function forgetTexts(ctx: ServiceContext, kind: TextKind, subjectIds: readonly string[]): Promise<number> {
  let forgotten = 0;
  for (const part of chunks(subjectIds, textsAtOnce)) {
    const known = await ctx.db.all(searchTexts, { where: and(eq(searchTexts.kind, kind), inArray(searchTexts.subjectId, part)) });
    if (known.length > 0) {
      const ids = known.map(({ id }) => id);
      await mutate(ctx, { writes: [removeWhere(searchTexts, inArray(searchTexts.id, ids))], audit: "mirrored" });
      forgotten += known.length;
    }
    await ctx.ports.vectorIndex?.remove({ workspaceId: ctx.workspaceId, kind }, part);
  }
  return forgotten;
}
