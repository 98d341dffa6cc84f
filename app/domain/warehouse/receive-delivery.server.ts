import type { z } from "zod";
import { nextDay, startOfDayMs } from "#app/platform/zoned-days.ts";
import { readWorkspace } from "../accounts/update-workspace.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { askZone } from "./ask-zone.server.ts";
import { chooseHome } from "./choose-home.ts";
import { sendToZone } from "./command-zone.server.ts";
import { receiveDeliverySchema } from "./floor/schemas.ts";
import { pickedFrom } from "./ledger/facts.ts";
import { findZone } from "./read-zone.server.ts";

/** `putAway` is the task that follows; null when the goods stand on a shelf already, or no shelf takes them. */
export type Delivery = { seq: number; putAway: { taskId: string; toBin: string } | null };

/**
 * Goods come in where they were set down, and a task says where they belong. Sent twice, it is booked once and the task is
 * the same.
 */
export async function receiveDelivery(ctx: ServiceContext, input: z.input<typeof receiveDeliverySchema>): Promise<Delivery> {
  requirePermission(ctx, "floor:work");
  const { zoneId, commandId, expiresOn, ...goods } = parseInput(receiveDeliverySchema, input);
  await findZone(ctx, zoneId);
  const asSystem: ServiceContext = { ...ctx, actor: { kind: "system", job: "floor" } };
  const expiresAt = expiresOn === null ? null : await endOfDay(asSystem, expiresOn);
  const { seq } = await askZone(ctx, zoneId, { id: commandId, command: { type: "receive", ...goods, expiresAt } });
  return { seq, putAway: await planPutAway(asSystem, zoneId, { id: `${commandId}.put`, goods }) };
}

/** Good until the end of that day, where the shop is. */
async function endOfDay(ctx: ServiceContext, day: string): Promise<number | null> {
  const { timeZone } = await readWorkspace(ctx);
  return startOfDayMs(nextDay(day), timeZone) ?? startOfDayMs(day, timeZone) ?? null;
}

type Received = { sku: string; lot: string; plate: string; qty: number; binId: string };

async function planPutAway(
  ctx: ServiceContext,
  zoneId: string,
  { id, goods: { sku, lot, plate, qty, binId: fromBin } }: { id: string; goods: Received },
): Promise<Delivery["putAway"]> {
  const { part } = await ctx.ports.zoneRooms.snapshot({ workspaceId: ctx.workspaceId, zoneId });
  const isOnShelf = part.bins.some((bin) => bin.id === fromBin && pickedFrom.has(bin.kind));
  const toBin = isOnShelf ? undefined : chooseHome(part, { sku, lot, qty, fromBin });
  if (toBin === undefined) return null;
  const command = { type: "plan-move" as const, kind: "put-away" as const, sku, lot, plate, qty, fromBin, toBin };
  // Asked for again after an answer was lost, the home may be another by now: the task of the first time stands.
  const { reply } = await sendToZone(ctx, zoneId, { id, command });
  return reply.kind === "applied" ? { taskId: String(reply.result["taskId"]), toBin } : null;
}
