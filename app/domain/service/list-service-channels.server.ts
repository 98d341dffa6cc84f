import { asc } from "drizzle-orm";
import { channels } from "#db/schema/channels.ts";
import { isVendor } from "../channels/ports.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";

export type ServiceChannel = { id: string; name: string; vendor: string; state: string; answers: boolean; reviews: boolean };

/** The connected accounts, and what their marketplace lets a seller do for buyers. */
export async function listServiceChannels(ctx: ServiceContext): Promise<ServiceChannel[]> {
  requirePermission(ctx, "service:read");
  const rows = await ctx.db.all(channels, { orderBy: asc(channels.createdAt) });
  return rows.map(({ id, name, vendor, state }) => ({ id, name, vendor, state, ...capabilitiesOf(ctx, vendor) }));
}

/** A vendor that cannot be asked right now is taken to offer everything: the attempt itself says otherwise. */
function capabilitiesOf(ctx: ServiceContext, vendor: string): { answers: boolean; reviews: boolean } {
  if (!isVendor(vendor)) return { answers: false, reviews: false };
  try {
    const { answers, reviews } = ctx.ports.channelDoor.adapter(vendor).capabilities;
    return { answers, reviews };
  } catch (error) {
    if (error instanceof AppError) return { answers: true, reviews: true };
    throw error;
  }
}
