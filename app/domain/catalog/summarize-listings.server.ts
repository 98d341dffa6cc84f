import { and, lte, lt, type SQL } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import type { Capabilities } from "../channels/ports.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { lowQuality, listingConditions } from "./listing-query.ts";
import { type ChannelName, channelNames, countUpTo } from "./listing-rows.server.ts";

/** Where counting stops. A number above it reads "1,000+". */
export const countBound = 1_000;

export type ListingSummary = {
  total: number;
  suggested: number;
  unlinked: number;
  ignored: number;
  outOfStock: number;
  lowQuality: number;
  channels: (ChannelName & { capabilities: Capabilities })[];
};

/** The few numbers above the list, each counted only as far as it is shown. */
export async function summarizeListings(ctx: ServiceContext): Promise<ListingSummary> {
  requirePermission(ctx, "catalog:read");
  const count = (condition: SQL | undefined) => countUpTo(ctx, listings, condition, countBound);
  const linkedAs = (link: "suggested" | "unlinked" | "ignored") => count(and(...listingConditions({ link }).map((one) => one.leading)));
  const [total, suggested, unlinked, ignored, outOfStock, low, channels] = await Promise.all([
    count(undefined),
    linkedAs("suggested"),
    linkedAs("unlinked"),
    linkedAs("ignored"),
    count(lte(listings.stock, 0)),
    count(lt(listings.qualityScore, lowQuality)),
    channelNames(ctx),
  ]);
  return {
    total,
    suggested,
    unlinked,
    ignored,
    outOfStock,
    lowQuality: low,
    channels: [...channels.values()].map((channel) => ({
      ...channel,
      capabilities: ctx.ports.channelDoor.adapter(channel.vendor).capabilities,
    })),
  };
}
