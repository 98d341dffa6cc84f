import { eq } from "drizzle-orm";
import { zoneStock } from "#db/schema/warehouse.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Drift } from "./ledger/check-zone.ts";
import { otherThanTold } from "./monitoring/other-than-told.ts";
import { findZone } from "./read-zone.server.ts";

/** `untold`: SKUs whose totals here are not yet those of the room. Above zero for a moment after each change. */
export type ZoneCheck = { drift: Drift[]; untold: string[] };

/** Whether a zone's books add up, from the first movement on, and whether what was told of them is what they say. */
export async function checkZoneBooks(ctx: ServiceContext, input: { id: string }): Promise<ZoneCheck> {
  requirePermission(ctx, "warehouse:read");
  const { id } = parseInput(byIdSchema, input);
  await findZone(ctx, id);
  const key = { workspaceId: ctx.workspaceId, zoneId: id };
  const [drift, totals, told] = await Promise.all([
    ctx.ports.zoneRooms.check(key),
    ctx.ports.zoneRooms.totals(key),
    ctx.db.all(zoneStock, { where: eq(zoneStock.zoneId, id) }),
  ]);
  return { drift, untold: otherThanTold(totals, told).map(({ sku }) => sku) };
}
