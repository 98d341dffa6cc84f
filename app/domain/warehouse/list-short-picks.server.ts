import { zones } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { answerWithin } from "./monitoring/answer-within.ts";
import type { Period, ShortPick } from "./monitoring/zone-metrics.ts";

const answerLimitMs = 4_000;

export type ZoneShortPick = ShortPick & { zone: { id: string; name: string } };

/** Picks that ended with less than was asked for, the newest first. A zone that does not answer is left out for now. */
export async function listShortPicks(ctx: ServiceContext, period: Period): Promise<ZoneShortPick[]> {
  requirePermission(ctx, "warehouse:read");
  const known = await ctx.db.all(zones);
  const all = await Promise.all(
    known.map(async ({ id, name }) => {
      const asking = ctx.ports.zoneRooms.metrics({ workspaceId: ctx.workspaceId, zoneId: id }, period);
      const metrics = await answerWithin(answerLimitMs, asking);
      return (metrics?.shortPicks ?? []).map((pick) => ({ ...pick, zone: { id, name } }));
    }),
  );
  return all.flat().toSorted((a, b) => b.atMs - a.atMs);
}
