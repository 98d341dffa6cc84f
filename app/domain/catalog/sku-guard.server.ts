import { and, eq, ne } from "drizzle-orm";
import { variants } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";

/** Says it at the field; two at the same moment are stopped by the index. */
export async function ensureSkuIsFree(ctx: ServiceContext, sku: string, field: string, ownId = ""): Promise<void> {
  const other = await ctx.db.first(variants, and(eq(variants.sku, sku), ne(variants.id, ownId)));
  if (other !== undefined) throw new AppError("conflict", "skuTaken", { fields: { [field]: "skuTaken" } });
}
