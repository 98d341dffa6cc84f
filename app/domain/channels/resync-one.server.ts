import type { z } from "zod";
import { storeListings } from "../catalog/store-listings.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { storeOrders } from "../orders/store-orders.server.ts";
import { openChannel } from "./open-channel.server.ts";
import { resyncOneSchema } from "./schemas.ts";

/** Reads one listing or order again, now. Safe to repeat: it only makes the mirror say what the vendor says. */
export async function resyncOne(ctx: ServiceContext, input: z.input<typeof resyncOneSchema>): Promise<{ found: boolean }> {
  requirePermission(ctx, "channels:write");
  const { id, about, ref } = parseInput(resyncOneSchema, input);
  const { client } = await openChannel(ctx, id);
  const readAtMs = ctx.clock.now();
  if (about === "listing") {
    const { found } = await client.listings([ref], "full");
    if (found.length === 0) throw notFound("listing");
    await storeListings(ctx, { channelId: id, listings: found, readAtMs, hasDetails: true });
  } else {
    const { found } = await client.orders([ref]);
    if (found.length === 0) throw notFound("order");
    await storeOrders(ctx, { channelId: id, orders: found });
  }
  return { found: true };
}
