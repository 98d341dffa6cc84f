import { eq } from "drizzle-orm";
import { zones } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../context.ts";

/** Goods must not leave for a zone that nobody can ever take them in at. */
export async function isOwnZone(ctx: ServiceContext, zoneId: string): Promise<boolean> {
  requirePermission(ctx, "warehouse:read");
  return (await ctx.db.count(zones, eq(zones.id, zoneId))) > 0;
}
