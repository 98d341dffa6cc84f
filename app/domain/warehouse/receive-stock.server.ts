import { eq } from "drizzle-orm";
import type { z } from "zod";
import { serialPlaces } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { askZone } from "./ask-zone.server.ts";
import { sendToZone } from "./command-zone.server.ts";
import { goodUntil } from "./good-until.server.ts";
import { nameItem } from "./name-item.server.ts";
import { findZone } from "./read-zone.server.ts";
import { receiveStockSchema } from "./schemas.ts";

type ReceiveStockInput = Omit<z.input<typeof receiveStockSchema>, "status"> & { status?: string };

/** Goods come in: the zone learns what the SKU is called, and books what was put where. Sent twice, it is booked once. */
export async function receiveStock(ctx: ServiceContext, input: ReceiveStockInput): Promise<{ seq: number }> {
  requirePermission(ctx, "floor:work");
  const { zoneId, commandId, variantId, expiresOn, ...goods } = parseInput(receiveStockSchema, input);
  const { serials, qty } = goods;
  if (serials.length > 0 && serials.length !== qty) throw new AppError("invalid", "checkFields", { fields: { serials: "serialsCount" } });
  await findZone(ctx, zoneId);
  const item = await nameItem(ctx, variantId);
  const asSystem: ServiceContext = { ...ctx, actor: { kind: "system", job: "floor" } };
  // Numbered in one zone, numbered in all; one that has stock without numbers stays as it is, and says so when it matters.
  if (serials.length === 0 && (await ctx.db.count(serialPlaces, eq(serialPlaces.sku, variantId))) > 0) {
    const command = { type: "put-items", items: [{ ...item, tracksSerials: true }] };
    await sendToZone(asSystem, zoneId, { id: `${commandId}.tracks`, command });
  }
  const named = serials.length > 0 ? { ...item, tracksSerials: true } : item;
  await askZone(asSystem, zoneId, { id: `${commandId}.item`, command: { type: "put-items", items: [named] } });
  const expiresAt = await goodUntil(ctx, expiresOn);
  const { seq } = await askZone(ctx, zoneId, { id: commandId, command: { type: "receive", sku: variantId, ...goods, expiresAt } });
  return { seq };
}
