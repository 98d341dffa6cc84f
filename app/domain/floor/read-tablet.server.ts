import { asc, eq } from "drizzle-orm";
import { zones } from "#db/schema/warehouse.ts";
import { requireDevice, type ServiceContext } from "../context.ts";
import { listFloorPeople } from "./list-floor-people.server.ts";

export type TabletView = {
  people: { id: string; name: string }[];
  zones: { id: string; code: string; name: string }[];
};

/** What a tablet may show: before somebody holds it the names of those with a PIN, afterwards the zones of its warehouse. */
export async function readTablet(ctx: ServiceContext): Promise<TabletView> {
  const { warehouseId, person } = requireDevice(ctx);
  if (person === null) {
    const people = await listFloorPeople(ctx);
    return { people: people.flatMap(({ id, name, hasPin }) => (hasPin ? [{ id, name }] : [])), zones: [] };
  }
  const rows = await ctx.db.all(zones, { where: eq(zones.warehouseId, warehouseId), orderBy: asc(zones.code) });
  return { people: [], zones: rows.map(({ id, code, name }) => ({ id, code, name })) };
}
