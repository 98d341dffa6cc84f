import { and, eq, ne, sql } from "drizzle-orm";
import { serialPlaces } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import type { SerialName } from "../ports.ts";

/**
 * Which of these numbers lie in a zone other than this one. The register may be a moment old: a zone that it names is asked
 * itself, so that nothing is refused that has left meanwhile. A zone that cannot be asked is believed to be right.
 */
export async function serialsElsewhere(
  ctx: ServiceContext,
  { zoneId, serials }: { zoneId: string; serials: readonly SerialName[] },
): Promise<ReadonlySet<string>> {
  requirePermission(ctx, "warehouse:read");
  const list = JSON.stringify(serials.map(({ sku, serial }) => ({ sku, serial })));
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ zoneId: serialPlaces.zoneId, sku: serialPlaces.sku, serial: serialPlaces.serial })
      .from(serialPlaces)
      .where(
        and(
          scope(serialPlaces),
          eq(serialPlaces.state, "here"),
          ne(serialPlaces.zoneId, zoneId),
          sql`(${serialPlaces.sku}, ${serialPlaces.serial}) in (select value ->> '$.sku', value ->> '$.serial' from json_each(${list}))`,
        ),
      ),
  );
  const elsewhere = new Set<string>();
  for (const [other, own] of Map.groupBy(rows, (row) => row.zoneId)) {
    const places = await ctx.ports.zoneRooms.serials({ workspaceId: ctx.workspaceId, zoneId: other }, own);
    for (const { serial, binId } of places) if (binId !== null) elsewhere.add(serial);
  }
  return elsewhere;
}
