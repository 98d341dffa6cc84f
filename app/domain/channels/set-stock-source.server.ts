import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { channelStock } from "#db/schema/channel-stock.ts";
import { channels } from "#db/schema/channels.ts";
import { removeWhere, update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { asksToTellStock } from "../stock-changed.ts";
import { findChannel } from "./open-channel.server.ts";
import { setStockSourceSchema } from "./schemas.ts";

type StockSource = { id: string; stockFromWarehouse: boolean };

/** Lets a channel follow the warehouses, or leaves its stock to whoever changes it by hand. What it was told last stays. */
export async function setStockSource(ctx: ServiceContext, input: { id: string; fromWarehouse?: boolean }): Promise<StockSource> {
  requirePermission(ctx, "channels:write");
  const { id, fromWarehouse } = parseInput(setStockSourceSchema, input);
  const channel = await findChannel(ctx, id);
  if (channel.state === "disconnected") throw notFound("channel");
  if (channel.stockFromWarehouse === fromWarehouse) return { id, stockFromWarehouse: fromWarehouse };
  await mutate(ctx, {
    writes: [
      update(channels, channel, { stockFromWarehouse: fromWarehouse }),
      ...(fromWarehouse ? [] : [removeWhere(channelStock, eq(channelStock.channelId, id))]),
    ],
    audit: {
      action: fromWarehouse ? "channel.stock-followed" : "channel.stock-unfollowed",
      subject: { type: "channel", id, label: channel.name },
    },
    events: [{ type: "data.changed", area: "channels" }],
    ...(fromWarehouse ? { asksFor: asksToTellStock(ctx.workspaceId) } : {}),
  });
  return { id, stockFromWarehouse: fromWarehouse };
}
