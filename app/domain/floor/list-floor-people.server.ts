import { and, asc, eq } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { floorPins } from "#db/schema/floor.ts";
import { isRole, type Role, roleAllows } from "../accounts/permissions.ts";
import { requirePermission, type ServiceContext } from "../context.ts";

export type FloorPerson = { id: string; name: string; role: Role; hasPin: boolean; hasBadge: boolean };

/** Whoever may work on the floor. A paired tablet asks as well, before anybody holds it: names to choose from, no more. */
export async function listFloorPeople(ctx: ServiceContext): Promise<FloorPerson[]> {
  if (ctx.actor.kind !== "device") requirePermission(ctx, "floor:work");
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ id: users.id, name: users.name, role: users.role, pinHash: floorPins.pinHash, badgeHash: floorPins.badgeHash })
      .from(users)
      .leftJoin(floorPins, and(eq(floorPins.userId, users.id), scope(floorPins)))
      .where(scope(users))
      .orderBy(asc(users.name)),
  );
  return rows.flatMap(({ id, name, role, pinHash, badgeHash }) =>
    isRole(role) && roleAllows(role, "floor:work") ? [{ id, name, role, hasPin: pinHash !== null, hasBadge: badgeHash !== null }] : [],
  );
}
