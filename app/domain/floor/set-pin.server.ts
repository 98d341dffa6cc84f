import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { floorPins } from "#db/schema/floor.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { proofWrite } from "./proof-write.server.ts";
import { setPinSchema } from "./schemas.ts";

/** Six digits by which a person takes a tablet. Only they themselves can set them. */
export async function setPin(ctx: ServiceContext, input: { pin: string }): Promise<void> {
  requirePermission(ctx, "floor:work");
  const { userId, name } = requirePerson(ctx);
  const { pin } = parseInput(setPinSchema, input);
  const known = await ctx.db.first(floorPins, eq(floorPins.userId, userId));
  await mutate(ctx, {
    writes: [proofWrite(ctx, { userId, known }, { pinHash: await ctx.ports.passwords.hash(pin) })],
    audit: { action: "pin.set", subject: { type: "member", id: userId, label: name } },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
}
