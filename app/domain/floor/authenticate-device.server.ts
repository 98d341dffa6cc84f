import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { preparedOnce, touchTablet, type Orm } from "#db/client.server.ts";
import { users, workspaces } from "#db/schema/accounts.ts";
import { floorDevices, floorShifts } from "#db/schema/floor.ts";
import { isRole } from "../accounts/permissions.ts";
import type { Actor, DevicePerson } from "../actor.ts";
import { idleMs } from "./policy.ts";

export type OnTablet = {
  actor: Extract<Actor, { kind: "device" }>;
  workspace: typeof workspaces.$inferSelect;
  /** What the person likes to read. */
  locale: string | null;
  /** Set when the use is worth writing down again. */
  recordUse?: () => Promise<void>;
};

const seenPrecisionMs = 60_000;

const tabletOfKey = preparedOnce((orm) =>
  orm
    .select({ device: floorDevices, workspace: workspaces, shift: floorShifts, user: users })
    .from(floorDevices)
    .innerJoin(workspaces, eq(workspaces.id, floorDevices.workspaceId))
    .leftJoin(floorShifts, and(eq(floorShifts.deviceId, floorDevices.id), isNull(floorShifts.endedAt)))
    .leftJoin(users, and(eq(users.id, floorShifts.userId), eq(users.workspaceId, floorDevices.workspaceId)))
    .where(eq(floorDevices.keyHash, sql.placeholder("hash")))
    .orderBy(desc(floorShifts.startedAt))
    .limit(1)
    .prepare(),
);

/** The tablet behind a key, its workspace and who holds it, in one query. */
export async function authenticateDevice(orm: Orm, key: string, nowMs: number): Promise<OnTablet | undefined> {
  const [row] = await tabletOfKey(orm).all({ hash: await sha256Hex(key) });
  if (row === undefined || row.device.revokedAt !== null) return undefined;
  const { id: deviceId, name, warehouseId, lastSeenAt } = row.device;
  const person = personOf(row.shift, row.user, nowMs);
  const shiftSeenAt = person === null ? null : (row.shift?.lastSeenAt ?? null);
  const isStale = nowMs - (shiftSeenAt ?? lastSeenAt ?? 0) > seenPrecisionMs;
  return {
    actor: { kind: "device", deviceId, name, warehouseId, person },
    workspace: row.workspace,
    locale: person === null ? null : (row.user?.locale ?? null),
    ...(isStale ? { recordUse: () => touchTablet(orm, { deviceId, shiftId: person?.shiftId ?? null }, nowMs) } : {}),
  };
}

function personOf(
  shift: typeof floorShifts.$inferSelect | null,
  user: typeof users.$inferSelect | null,
  nowMs: number,
): DevicePerson | null {
  if (shift === null || user === null || !isRole(user.role) || nowMs - shift.lastSeenAt >= idleMs) return null;
  return { userId: user.id, name: user.name, role: user.role, proof: proofOf(shift), shiftId: shift.id };
}

/** Whatever is not surely a PIN opens what a badge does. */
export function proofOf({ proof }: Pick<typeof floorShifts.$inferSelect, "proof">): DevicePerson["proof"] {
  return proof === "pin" ? "pin" : "badge";
}
