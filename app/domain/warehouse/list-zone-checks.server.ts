import { zoneChecks } from "#db/schema/floor-watch.ts";
import { requirePermission, type ServiceContext } from "../context.ts";

export type ZoneChecked = {
  zoneId: string;
  checkedAt: number;
  durationMs: number;
  /** Null: it did not answer. */
  drift: number | null;
  isCompared: boolean;
  differences: { kind: string; what: string; expected: number | string; found: number | string }[];
  /** What there is too little history of yet to tell what is unusual. */
  learning: { kind: string; have: number; need: number }[];
};

const mostZones = 500;

/** How each zone was when it was last looked at. */
export async function listZoneChecks(ctx: ServiceContext): Promise<ZoneChecked[]> {
  requirePermission(ctx, "warehouse:read");
  const rows = await ctx.db.all(zoneChecks, { limit: mostZones });
  return rows.map(({ zoneId, checkedAt, durationMs, drift, isCompared, differences, learning }) => ({
    zoneId,
    checkedAt,
    durationMs,
    drift,
    isCompared,
    differences,
    learning,
  }));
}
