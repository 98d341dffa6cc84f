import { and, eq, isNull } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { floorShifts } from "#db/schema/floor.ts";
import { updateWhere } from "#db/writes.ts";
import { requireDevice, type ServiceContext } from "../context.ts";

/** Whoever holds the tablet puts it down. What they did offline is still sent for them. */
export async function lockDevice(ctx: ServiceContext): Promise<void> {
  const { deviceId, name, person } = requireDevice(ctx);
  const open = and(eq(floorShifts.deviceId, deviceId), isNull(floorShifts.endedAt));
  if (person === null || open === undefined) return;
  await mutate(ctx, {
    writes: [updateWhere(floorShifts, open, { endedAt: ctx.clock.now() })],
    audit: { action: "device.locked", subject: { type: "device", id: deviceId, label: name } },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
}
