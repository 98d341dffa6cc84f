import type { z } from "zod";
import { actorStamp } from "../actor.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Reply } from "./ledger/reply.ts";
import { floorRightOfActor } from "./policy.ts";
import { ensureOwnZone } from "./read-zone.server.ts";
import { commandZoneSchema } from "./schemas.ts";

type Sent = { reply: Reply; isDuplicate: boolean };

/**
 * Asks a zone's room for something. What it refuses is an answer as well, with what is true there now: who asked decides
 * anew.
 */
export async function commandZone(ctx: ServiceContext, input: z.input<typeof commandZoneSchema>): Promise<Sent> {
  requirePermission(ctx, "floor:work");
  const { zoneId, envelope } = parseInput(commandZoneSchema, input);
  return sendToZone(ctx, zoneId, envelope);
}

/** The room looks at the actor's right, command by command. */
export async function sendToZone(ctx: ServiceContext, zoneId: string, envelope: unknown): Promise<Sent> {
  await ensureOwnZone(ctx, zoneId);
  const { id, label: name } = actorStamp(ctx.actor);
  const device = ctx.actor.kind === "device" ? ctx.actor.deviceId : null;
  const actor = { id, name, right: floorRightOfActor(ctx.actor) };
  return ctx.ports.zoneRooms.command({ workspaceId: ctx.workspaceId, zoneId }, { envelope, actor, device });
}
