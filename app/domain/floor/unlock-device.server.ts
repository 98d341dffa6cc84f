import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import type { RatePolicy } from "#app/platform/rate-limit/token-bucket.ts";
import { mutate } from "#db/mutate.server.ts";
import { users } from "#db/schema/accounts.ts";
import { floorPins, floorShifts } from "#db/schema/floor.ts";
import { insert, updateWhere } from "#db/writes.ts";
import { takeOne } from "../accounts/limits.server.ts";
import { isRole, roleAllows } from "../accounts/permissions.ts";
import { actorStamp } from "../actor.ts";
import { requireDevice, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { pinPerPerson, unlockPerDevice } from "./policy.ts";
import { unlockDeviceSchema } from "./schemas.ts";

type Way = z.output<typeof unlockDeviceSchema>;

/** A person takes a tablet by PIN or badge; who had it before no longer does. */
export async function unlockDevice(ctx: ServiceContext, input: z.input<typeof unlockDeviceSchema>): Promise<{ shiftId: string }> {
  const device = requireDevice(ctx);
  const { deviceId } = device;
  const asked = parseInput(unlockDeviceSchema, input);
  const limits: [string, RatePolicy][] = [
    [deviceId, unlockPerDevice],
    ...(asked.way === "pin" ? [[`${ctx.workspaceId}/${asked.userId}`, pinPerPerson] satisfies [string, RatePolicy]] : []),
  ];
  for (const [key, policy] of limits) await takeOne(ctx, key, policy);
  const user = await whoProves(ctx, asked);
  for (const [key, policy] of limits) await ctx.ports.rateLimiter.refund(key, policy);
  const now = ctx.clock.now();
  const shiftId = ctx.ids.next("shf");
  const open = and(eq(floorShifts.deviceId, deviceId), isNull(floorShifts.endedAt));
  // Whoever held it before did not hand it over: the tablet itself was taken.
  const stamp = actorStamp({ ...device, person: null });
  await mutate(
    { ...ctx, stamp },
    {
      writes: [
        ...(open === undefined ? [] : [updateWhere(floorShifts, open, { endedAt: now })]),
        insert(floorShifts, { id: shiftId, deviceId, userId: user.id, proof: asked.way, startedAt: now, lastSeenAt: now, endedAt: null }),
      ],
      audit: { action: "device.unlocked", subject: { type: "member", id: user.id, label: user.name }, after: { by: asked.way } },
      events: [{ type: "data.changed", area: "warehouse" }],
    },
  );
  return { shiftId };
}

/** A wrong PIN, no PIN and nobody of that name get the same answer, and take as long. */
async function whoProves(ctx: ServiceContext, asked: Way): Promise<{ id: string; name: string }> {
  const badgeHash = asked.way === "badge" ? await sha256Hex(asked.badge) : null;
  const [row] = await ctx.db.read((orm, scope) =>
    orm
      .select({ id: users.id, name: users.name, role: users.role, pinHash: floorPins.pinHash })
      .from(floorPins)
      .innerJoin(users, and(eq(users.id, floorPins.userId), scope(users)))
      .where(and(scope(floorPins), asked.way === "pin" ? eq(floorPins.userId, asked.userId) : eq(floorPins.badgeHash, badgeHash ?? "")))
      .limit(1),
  );
  const isRight = asked.way === "badge" ? row !== undefined : await ctx.ports.passwords.verify(row?.pinHash ?? undefined, asked.pin);
  if (row === undefined || !isRight || !isRole(row.role) || !roleAllows(row.role, "floor:work")) {
    ctx.logger.warn({ event: "auth.refused", method: asked.way, reason: "wrong-credentials" });
    const field = asked.way === "pin" ? "pin" : "badge";
    const reason = asked.way === "pin" ? "pinWrong" : "badgeUnknown";
    throw new AppError("invalid", reason, { fields: { [field]: reason } });
  }
  return { id: row.id, name: row.name };
}
