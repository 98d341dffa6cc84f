import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { products, variants } from "#db/schema/catalog.ts";
import { nextDay, startOfDayMs } from "#app/platform/zoned-days.ts";
import { readWorkspace } from "../accounts/update-workspace.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { askZone } from "./ask-zone.server.ts";
import { findZone } from "./read-zone.server.ts";
import { receiveStockSchema } from "./schemas.ts";

/** Goods come in: the zone learns what the SKU is called, and books what was put where. Sent twice, it is booked once. */
export async function receiveStock(ctx: ServiceContext, input: z.input<typeof receiveStockSchema>): Promise<{ seq: number }> {
  requirePermission(ctx, "floor:work");
  const { zoneId, commandId, variantId, binId, qty, lot, expiresOn } = parseInput(receiveStockSchema, input);
  await findZone(ctx, zoneId);
  const [row] = await ctx.db.read((orm, scope) =>
    orm
      .select({ sku: variants.sku, gtin: variants.gtin, name: variants.name, title: products.title })
      .from(variants)
      .innerJoin(products, and(eq(products.id, variants.productId), scope(products)))
      .where(and(scope(variants), eq(variants.id, variantId)))
      .limit(1),
  );
  if (row === undefined) throw notFound("variant");
  const item = {
    sku: variantId,
    code: row.sku,
    title: [row.title, row.name].filter(Boolean).join(" · ").slice(0, 200),
    gtin: row.gtin,
  };
  const asSystem: ServiceContext = { ...ctx, actor: { kind: "system", job: "floor" } };
  await askZone(asSystem, zoneId, { id: `${commandId}.item`, command: { type: "put-items", items: [item] } });
  const { timeZone } = await readWorkspace(asSystem);
  // Good until the end of that day, where the shop is.
  const expiresAt = expiresOn === null ? null : (startOfDayMs(nextDay(expiresOn), timeZone) ?? startOfDayMs(expiresOn, timeZone) ?? null);
  const command = { type: "receive" as const, sku: variantId, binId, qty, lot, expiresAt };
  const { seq } = await askZone(ctx, zoneId, { id: commandId, command });
  return { seq };
}
