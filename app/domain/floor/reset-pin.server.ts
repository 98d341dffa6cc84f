import { and, eq, isNull } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { users } from "#db/schema/accounts.ts";
import { floorPins, floorShifts } from "#db/schema/floor.ts";
import { update, updateWhere } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";

/** Takes PIN and badge from a person and ends where they are on tablets. A new PIN is theirs alone to set. */
export async function resetPin(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "warehouse:write");
  const { id } = parseInput(byIdSchema, input);
  const [user, known] = await Promise.all([ctx.db.first(users, eq(users.id, id)), ctx.db.first(floorPins, eq(floorPins.userId, id))]);
  if (user === undefined) throw notFound("member");
  if (known === undefined) return;
  const open = and(eq(floorShifts.userId, id), isNull(floorShifts.endedAt));
  await mutate(ctx, {
    writes: [
      update(floorPins, known, { pinHash: null, badgeHash: null }),
      ...(open === undefined ? [] : [updateWhere(floorShifts, open, { endedAt: ctx.clock.now() })]),
    ],
    audit: { action: "pin.reset", subject: { type: "member", id, label: user.name } },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
}
