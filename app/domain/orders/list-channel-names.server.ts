import { asc } from "drizzle-orm";
import { channels } from "#db/schema/channels.ts";
import { requirePermission, type ServiceContext } from "../context.ts";

export type ChannelName = { id: string; name: string; vendor: string; state: string };

/** What the connected accounts are called, also those that were disconnected: their orders are still there. */
export async function listChannelNames(ctx: ServiceContext): Promise<ChannelName[]> {
  requirePermission(ctx, "workspace:read");
  const rows = await ctx.db.all(channels, { orderBy: asc(channels.createdAt) });
  return rows.map(({ id, name, vendor, state }) => ({ id, name, vendor, state }));
}
