import { and, isNotNull, isNull } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { products } from "#db/schema/catalog.ts";
import { updateWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { bulkLabel } from "./link-writes.server.ts";
import { inIds } from "./listing-rows.server.ts";
import { archiveProductsSchema } from "./schemas.ts";

/** Takes products out of sight, or brings them back. Their SKUs, links and history stay. The answer says which changed, so that it can be undone. */
export async function archiveProducts(ctx: ServiceContext, input: { ids: string[]; isArchived: boolean }): Promise<{ ids: string[] }> {
  requirePermission(ctx, "catalog:write");
  const { ids, isArchived } = parseInput(archiveProductsSchema, input);
  const rows = await ctx.db.all(products, { ids, limit: ids.length });
  const [first] = rows;
  if (first === undefined) throw notFound("product");
  const changed = rows.filter((row) => (row.archivedAt === null) === isArchived);
  const changedIds = changed.map((row) => row.id);
  if (changed.length === 0) return { ids: [] };
  const now = ctx.clock.now();
  const still = isArchived ? isNull(products.archivedAt) : isNotNull(products.archivedAt);
  const where = and(inIds(products.id, changedIds), still) ?? still;
  await mutate(ctx, {
    writes: [updateWhere(products, where, { archivedAt: isArchived ? now : null, updatedAt: now })],
    audit: {
      action: isArchived ? "product.archived" : "product.restored",
      subject: { type: "product", id: changed[0]?.id ?? first.id, label: bulkLabel(changed.map((row) => row.title)) },
      after: { ids: changedIds },
    },
    events: [{ type: "data.changed", area: "listings" }],
  });
  return { ids: changedIds };
}
