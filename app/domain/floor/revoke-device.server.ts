import { and, eq, isNull } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { floorDevices, floorShifts } from "#db/schema/floor.ts";
import { update, updateWhere } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";

/** A lost or retired tablet: its key opens nothing from its next request on, and whoever held it no longer does. */
export async function revokeDevice(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "warehouse:write");
  const { id } = parseInput(byIdSchema, input);
  const device = await ctx.db.first(floorDevices, eq(floorDevices.id, id));
  if (device === undefined) throw notFound("device");
  if (device.revokedAt !== null) return;
  const now = ctx.clock.now();
  const open = and(eq(floorShifts.deviceId, id), isNull(floorShifts.endedAt));
  await mutate(ctx, {
    writes: [
      update(floorDevices, device, { revokedAt: now, pairingHash: null }),
      ...(open === undefined ? [] : [updateWhere(floorShifts, open, { endedAt: now })]),
    ],
    audit: { action: "device.revoked", subject: { type: "device", id, label: device.name } },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
}
