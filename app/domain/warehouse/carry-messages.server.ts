import { requirePermission, type ServiceContext } from "../context.ts";
import type { CommandInput } from "./ledger/commands.ts";
import type { Message } from "./ledger/facts.ts";

type Waiting = { id: number; message: Message };

/**
 * Carries what a zone has to tell other zones, and says which of it arrived; the rest is carried again. The other zone
 * books a transfer once, however often it hears of it, so each try may have a name of its own. A zone that cannot be
 * reached keeps nobody else waiting.
 */
export async function carryMessages(
  ctx: ServiceContext,
  { zoneId, messages }: { zoneId: string; messages: readonly Waiting[] },
): Promise<number[]> {
  requirePermission(ctx, "warehouse:write");
  const arrived: number[] = [];
  for (const { id, message } of messages) {
    const { to, command } = commandFor(zoneId, message);
    const actor = { id: "floor", name: "Entrepot", right: "system" as const };
    const key = { workspaceId: ctx.workspaceId, zoneId: to };
    try {
      const { reply } = await ctx.ports.zoneRooms.command(key, { envelope: { id: ctx.ids.next("cmd"), command }, actor, device: null });
      if (reply.kind === "applied") arrived.push(id);
      else ctx.logger.warn({ event: "floor.message-refused", zoneId: to, message: message.kind, reason: reply.reason });
    } catch (error) {
      ctx.logger.warn({ event: "floor.message-failed", zoneId: to, message: message.kind, error });
    }
  }
  return arrived;
}

function commandFor(zoneId: string, message: Message): { to: string; command: CommandInput } {
  switch (message.kind) {
    case "transfer-sent": {
      const { id: transferId, toZone: to, toBin, sku, lot, qty, serials } = message.transfer;
      const { item, expiresAt } = message;
      return { to, command: { type: "take-in", transferId, fromZone: zoneId, toBin, item, sku, lot, qty, serials, expiresAt } };
    }
    case "transfer-arrived":
      return { to: message.fromZone, command: { type: "settle-transfer", transferId: message.transferId } };
    default:
      return message satisfies never;
  }
}
