import { and, asc, desc, eq, gte, sql } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { products, variants } from "#db/schema/catalog.ts";
import { searchTexts } from "#db/schema/search.ts";
import { inIds } from "../catalog/listing-rows.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { forgetTexts, indexTexts } from "./index-texts.server.ts";

const productsAtOnce = 200;
const mostRounds = 50;
const describedLength = 1_500;

/** Those whose catalogue changed since it was last made findable. */
export async function workspacesWithNewProducts(orm: Orm): Promise<string[]> {
  const rows = await orm
    .selectDistinct({ id: products.workspaceId })
    .from(products)
    .where(
      sql`${products.updatedAt} > coalesce((select max(t.happened_at) from search_texts t where t.workspace_id = ${products.workspaceId} and t.kind = 'product'), 0)`,
    );
  return rows.map(({ id }) => id);
}

/** Makes products findable by what they are, from where it stopped the last time. What was archived is found no longer. */
export async function refreshProductTexts(ctx: ServiceContext): Promise<{ products: number }> {
  requirePermission(ctx, "catalog:read");
  let done = 0;
  let after = { at: await indexedUntil(ctx), id: "" };
  for (let round = 0; round < mostRounds; round += 1) {
    const rows = await ctx.db.all(products, {
      where: and(gte(products.updatedAt, after.at), sql`(${products.updatedAt}, ${products.id}) > (${after.at}, ${after.id})`),
      orderBy: [asc(products.updatedAt), asc(products.id)],
      limit: productsAtOnce,
    });
    await indexProducts(ctx, rows);
    done += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < productsAtOnce) break;
    after = { at: last.updatedAt, id: last.id };
  }
  return { products: done };
}

async function indexedUntil(ctx: ServiceContext): Promise<number> {
  const [newest] = await ctx.db.all(searchTexts, {
    where: eq(searchTexts.kind, "product"),
    orderBy: desc(searchTexts.happenedAt),
    limit: 1,
  });
  return newest?.happenedAt ?? 0;
}

type Product = typeof products.$inferSelect;

async function indexProducts(ctx: ServiceContext, rows: readonly Product[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const skus = rows.length === 0 ? [] : await ctx.db.all(variants, { where: inIds(variants.productId, ids), isLed: true });
  const skusOf = Map.groupBy(skus, ({ productId }) => productId);
  const archived = rows.filter(({ archivedAt }) => archivedAt !== null).map(({ id }) => id);
  await forgetTexts(ctx, "product", archived);
  const texts = rows
    .filter(({ archivedAt }) => archivedAt === null)
    .map((row) => ({ subjectId: row.id, text: textOf(row, skusOf.get(row.id) ?? []), happenedAt: row.updatedAt }));
  await indexTexts(ctx, "product", texts);
}

function textOf({ title, brand, description, attributes }: Product, skus: readonly (typeof variants.$inferSelect)[]): string {
  const facts = attributes.map(({ name, value }) => `${name}: ${value}`);
  const names = skus.flatMap(({ sku, gtin, name }) => [sku, gtin ?? "", name]);
  return [title, brand ?? "", ...names, ...facts, (description ?? "").slice(0, describedLength)].filter((part) => part !== "").join("\n");
}
