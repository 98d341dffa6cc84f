import type { z } from "zod";
import { actorStamp } from "../actor.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Reply } from "./ledger/reply.ts";
import { floorRightOfActor } from "./policy.ts";
import { findZone } from "./read-zone.server.ts";
import { commandZoneSchema } from "./schemas.ts";

/**
 * Asks a zone's room for something. What it refuses is an answer as well, with what is true there now: who asked decides
 * anew. The room looks at the actor's right once more, command by command.
 */
export async function commandZone(
  ctx: ServiceContext,
  input: z.input<typeof commandZoneSchema>,
): Promise<{ reply: Reply; isDuplicate: boolean }> {
  requirePermission(ctx, "floor:work");
  const { zoneId, envelope } = parseInput(commandZoneSchema, input);
  await findZone(ctx, zoneId);
  const { id, label } = actorStamp(ctx.actor);
  return ctx.ports.zoneRooms.command(
    { workspaceId: ctx.workspaceId, zoneId },
    {
      envelope,
      actor: { id, name: label, right: floorRightOfActor(ctx.actor) },
      device: ctx.actor.kind === "device" ? ctx.actor.deviceId : null,
    },
  );
}
