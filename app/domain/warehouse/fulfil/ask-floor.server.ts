import type { ServiceContext } from "../../context.ts";
import type { CommandInput } from "../ledger/commands.ts";
import type { Reply } from "../ledger/reply.ts";
import { floorActor } from "./floor-actor.ts";

/** Commands that a zone may hear twice without doing anything twice: each try has a name of its own. */
export async function askFloor(ctx: ServiceContext, zoneId: string, command: CommandInput): Promise<Reply> {
  const envelope = { id: ctx.ids.next("cmd"), command };
  const zone = { workspaceId: ctx.workspaceId, zoneId };
  const { reply } = await ctx.ports.zoneRooms.command(zone, { envelope, actor: floorActor, device: null });
  return reply;
}
