import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { floorDevices, floorShifts } from "#db/schema/floor.ts";
import type { ServiceContext } from "../context.ts";
import { idleMs } from "./policy.ts";

/** Of these shifts, the ones that are over: put down, idle, or on a tablet that was revoked. At most ninety at a time. */
export async function endedShifts(ctx: ServiceContext, ids: string[]): Promise<string[]> {
  const open = await ctx.db.read((orm, scope) =>
    orm
      .select({ id: floorShifts.id })
      .from(floorShifts)
      .innerJoin(floorDevices, and(eq(floorDevices.id, floorShifts.deviceId), scope(floorDevices)))
      .where(
        and(
          scope(floorShifts),
          inArray(floorShifts.id, ids),
          isNull(floorShifts.endedAt),
          gt(floorShifts.lastSeenAt, ctx.clock.now() - idleMs),
          isNull(floorDevices.revokedAt),
        ),
      ),
  );
  const stillOpen = new Set(open.map(({ id }) => id));
  return ids.filter((id) => !stillOpen.has(id));
}
