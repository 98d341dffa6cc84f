import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { products, variants } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";
import { gtinSpellings, readGtin } from "./gtin.ts";
import { inIds } from "./listing-rows.server.ts";
import { likeTitleExpression, type MatchCandidate } from "./policy.ts";

const candidatesPerTitle = 30;

/** Variants that may have one of these SKUs, however they are spelled, or one of these GTINs. */
export async function candidatesByCode(
  ctx: ServiceContext,
  clues: readonly { sku: string | null; gtin: string | null }[],
): Promise<MatchCandidate[]> {
  const skus = [...new Set(clues.flatMap(({ sku }) => (sku === null || sku.trim() === "" ? [] : [sku.trim()])))];
  const gtins = clues.flatMap(({ gtin }) => {
    const digits = gtin === null ? undefined : readGtin(gtin);
    return digits === undefined ? [] : gtinSpellings(digits);
  });
  const bare = skus.map((sku) => sku.replaceAll(/\s/g, ""));
  const spellings = [...skus, ...bare].flatMap((sku) => [sku, sku.toUpperCase(), sku.toLowerCase()]);
  const phrases = skus.map(phraseOf).filter((phrase) => phrase !== "");
  const asked: SQL[] = [inIds(variants.sku, [...new Set(spellings)])];
  if (gtins.length > 0) asked.push(inIds(variants.gtin, [...new Set(gtins)]));
  if (phrases.length > 0) {
    const expression = `workspace_id : "${ctx.workspaceId}" AND sku : (${phrases.join(" OR ")})`;
    asked.push(sql`"variants".rowid in (select rowid from variants_fts where variants_fts match ${expression})`);
  }
  const found = await Promise.all(asked.map((condition) => readCandidates(ctx, condition)));
  return [...new Map(found.flat().map((one) => [one.variantId, one])).values()];
}

/** The index splits a SKU at its signs and does not mind case: as a phrase it finds every spelling with the same parts. */
function phraseOf(sku: string): string {
  const words = sku.normalize("NFC").match(/[\p{L}\p{N}]+/gu);
  return words === null ? "" : `"${words.join(" ")}"`;
}

export async function candidatesByTitle(ctx: ServiceContext, title: string): Promise<MatchCandidate[]> {
  const expression = likeTitleExpression(ctx.workspaceId, title);
  if (expression === undefined) return [];
  const like = sql`"products".rowid in (select rowid from products_fts where products_fts match ${expression} order by rank limit ${candidatesPerTitle})`;
  const ids = await ctx.db.read((orm, scope) =>
    orm
      .select({ id: products.id })
      .from(products)
      .where(and(scope(products, "led"), like))
      .limit(candidatesPerTitle),
  );
  return ids.length === 0
    ? []
    : readCandidates(
        ctx,
        inArray(
          variants.productId,
          ids.map(({ id }) => id),
        ),
      );
}

function readCandidates(ctx: ServiceContext, condition: SQL): Promise<MatchCandidate[]> {
  return ctx.db.read((orm, scope) =>
    orm
      .select({
        variantId: variants.id,
        sku: variants.sku,
        gtin: variants.gtin,
        variantName: variants.name,
        productTitle: products.title,
        brand: products.brand,
      })
      .from(variants)
      .innerJoin(products, and(eq(products.id, variants.productId), scope(products)))
      .where(and(scope(variants), condition)),
  );
}
