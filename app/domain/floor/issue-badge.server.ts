import { eq } from "drizzle-orm";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { users } from "#db/schema/accounts.ts";
import { floorPins } from "#db/schema/floor.ts";
import { isRole, roleAllows } from "../accounts/permissions.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { badgeLength, codeOf } from "./policy.ts";
import { proofWrite } from "./proof-write.server.ts";

/** A new badge; the one before opens nothing from now on. Its secret is answered once, to be printed. */
export async function issueBadge(ctx: ServiceContext, input: { id: string }): Promise<{ name: string; badge: string }> {
  requirePermission(ctx, "warehouse:write");
  const { id } = parseInput(byIdSchema, input);
  const [user, known] = await Promise.all([ctx.db.first(users, eq(users.id, id)), ctx.db.first(floorPins, eq(floorPins.userId, id))]);
  if (user === undefined) throw notFound("member");
  if (!isRole(user.role) || !roleAllows(user.role, "floor:work")) throw new AppError("conflict", "notOnFloor");
  const badge = codeOf(await sha256Hex(ctx.ids.token()), badgeLength);
  await mutate(ctx, {
    writes: [proofWrite(ctx, { userId: id, known }, { badgeHash: await sha256Hex(badge) })],
    audit: { action: "badge.issued", subject: { type: "member", id, label: user.name } },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
  return { name: user.name, badge };
}
