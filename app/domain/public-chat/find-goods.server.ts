import type { ServiceContext } from "../context.ts";
import { findTexts } from "../meaning/find-texts.server.ts";
import type { PublicGood } from "./public-good.ts";
import { productIdOfSku, readPublicGoods } from "./read-goods.server.ts";

const mostFound = 24;

type Asked = {
  question: string;
  /** The goods of the answer before, and the one the page shows. */
  about: readonly string[];
  sku: string | undefined;
};

/** What a question could be about: goods that fit its words, those of the talk so far, and what is like them. */
export async function findGoods(
  ctx: ServiceContext,
  { question, about, sku }: Asked,
): Promise<{ goods: PublicGood[]; context: PublicGood[] }> {
  const shown = sku === undefined || about.length > 0 ? undefined : await productIdOfSku(ctx, sku);
  const context = await readPublicGoods(ctx, shown === undefined ? about : [shown]);
  // Beside what was asked for, what is called like the thing at hand: "in 220 V?" means another one of it.
  const questions = [question, ...context.slice(0, 1).map(({ title }) => title)];
  const found = await Promise.all(questions.map((one) => findTexts(ctx, { kind: "product", question: one, limit: mostFound })));
  const ids = found.flatMap((hits) => hits.map(({ subjectId }) => subjectId));
  const known = new Set(context.map(({ id }) => id));
  const goods = await readPublicGoods(
    ctx,
    ids.filter((id) => !known.has(id)),
  );
  return { goods: [...context, ...goods], context };
}
