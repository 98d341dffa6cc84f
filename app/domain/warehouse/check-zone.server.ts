import { eq } from "drizzle-orm";
import { zoneStock } from "#db/schema/warehouse.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Drift } from "./ledger/check-zone.ts";
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
  const known = new Map(told.map((row) => [row.sku, row]));
  const untold = totals.filter(({ sku, onHand, reserved, onHold, damaged, inTransit }) => {
    const row = known.get(sku);
    if (row === undefined) return onHand + inTransit !== 0;
    return (
      row.onHand !== onHand || row.reserved !== reserved || row.onHold !== onHold || row.damaged !== damaged || row.inTransit !== inTransit
    );
  });
  return { drift, untold: untold.map(({ sku }) => sku) };
}
