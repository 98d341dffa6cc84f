import type { z } from "zod";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { askZone } from "./ask-zone.server.ts";
import { goodUntil } from "./good-until.server.ts";
import { nameItem } from "./name-item.server.ts";
import { findZone } from "./read-zone.server.ts";
import { receiveStockSchema } from "./schemas.ts";

/** Goods come in: the zone learns what the SKU is called, and books what was put where. Sent twice, it is booked once. */
export async function receiveStock(ctx: ServiceContext, input: z.input<typeof receiveStockSchema>): Promise<{ seq: number }> {
  requirePermission(ctx, "floor:work");
  const { zoneId, commandId, variantId, expiresOn, ...goods } = parseInput(receiveStockSchema, input);
  await findZone(ctx, zoneId);
  const item = await nameItem(ctx, variantId);
  const asSystem: ServiceContext = { ...ctx, actor: { kind: "system", job: "floor" } };
  await askZone(asSystem, zoneId, { id: `${commandId}.item`, command: { type: "put-items", items: [item] } });
  const expiresAt = await goodUntil(ctx, expiresOn);
  const { seq } = await askZone(ctx, zoneId, { id: commandId, command: { type: "receive", sku: variantId, ...goods, expiresAt } });
  return { seq };
}
