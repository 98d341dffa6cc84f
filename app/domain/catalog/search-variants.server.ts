import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { products, variants } from "#db/schema/catalog.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { searchExpression } from "../search.ts";
import type { VariantName } from "./listing-rows.server.ts";
import { searchVariantsSchema } from "./schemas.ts";

const shown = 20;

/** SKUs to choose from, by their own words or those of their product; the first ones when nothing is typed. */
export async function searchVariants(ctx: ServiceContext, input: { search?: string } = {}): Promise<VariantName[]> {
  requirePermission(ctx, "catalog:read");
  const { search } = parseInput(searchVariantsSchema, input);
  const expression = searchExpression(ctx.workspaceId, search ?? "");
  const found = expression === undefined ? undefined : matching(expression);
  return ctx.db.read((orm, scope) =>
    orm
      .select({ id: variants.id, sku: variants.sku, name: variants.name, productId: variants.productId, productTitle: products.title })
      .from(variants)
      .innerJoin(products, and(eq(products.id, variants.productId), scope(products), isNull(products.archivedAt)))
      .where(and(scope(variants), found))
      .orderBy(asc(variants.sku))
      .limit(shown),
  );
}

function matching(expression: string): SQL {
  return sql`${variants.id} in (
    select id from variants where rowid in (select rowid from variants_fts where variants_fts match ${expression} limit ${shown})
    union select id from variants where product_id in (
      select id from products where rowid in (select rowid from products_fts where products_fts match ${expression} limit ${shown})
    )
  )`;
}
