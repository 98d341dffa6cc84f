import type { z } from "zod";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { readPlateSchema } from "./floor/schemas.ts";
import type { ZonePlate } from "./ports.ts";
import { findZone } from "./read-zone.server.ts";

/** `qty` is null on a tablet: people there count what they see. */
export type PlateView = Omit<ZonePlate, "goods"> & { goods: { sku: string; lot: string; qty: number | null }[] };

/** A plate as its zone knows it: where it stands, what is on it and in it. */
export async function readPlate(ctx: ServiceContext, input: z.input<typeof readPlateSchema>): Promise<PlateView> {
  requirePermission(ctx, "warehouse:read");
  const { zoneId, plate: id } = parseInput(readPlateSchema, input);
  await findZone(ctx, zoneId);
  const plate = await ctx.ports.zoneRooms.plate({ workspaceId: ctx.workspaceId, zoneId }, id);
  if (plate === undefined) throw notFound("plate");
  const isBlind = ctx.actor.kind === "device";
  return { ...plate, goods: plate.goods.map(({ sku, lot, qty }) => ({ sku, lot, qty: isBlind ? null : qty })) };
}
