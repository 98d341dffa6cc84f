import { isNotNull, isNull } from "drizzle-orm";
import { products } from "#db/schema/catalog.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { countUpTo } from "./listing-rows.server.ts";
import { countBound } from "./summarize-listings.server.ts";

/** How many products there are, counted no further than is shown. */
export async function summarizeProducts(ctx: ServiceContext): Promise<{ active: number; archived: number }> {
  requirePermission(ctx, "catalog:read");
  const [active, archived] = await Promise.all([
    countUpTo(ctx, products, isNull(products.archivedAt), countBound),
    countUpTo(ctx, products, isNotNull(products.archivedAt), countBound),
  ]);
  return { active, archived };
}
