import { eq } from "drizzle-orm";
import { channels } from "#db/schema/channels.ts";
import { openChannel } from "../channels/open-channel.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { dayOf } from "./judge-trends.ts";
import type { TrendReading } from "./ports.ts";

/** A place on the list counts the more, the further up it is. */
const mostRank = 50;
const brazil = "MLB";

/** What buyers of the marketplaces look for, as their own lists tell; empty without a channel that has one. */
export async function readMarketTrends(ctx: ServiceContext): Promise<TrendReading[]> {
  requirePermission(ctx, "channels:read");
  const rows = await ctx.db.all(channels, { where: eq(channels.state, "active") });
  // Every seller of a country hears the same list.
  const teller = rows.find(({ vendor, site }) => vendor === "mercado-livre" && site === brazil);
  if (teller === undefined) return [];
  const { client } = await openChannel(ctx, teller.id);
  const told = (await client.marketTrends?.()) ?? [];
  const day = dayOf(ctx.clock.now());
  return told.slice(0, mostRank).map(({ keyword, url }, rank) => {
    const place = { source: "marketplace" as const, region: "BR" as const, term: keyword, day };
    return { ...place, value: mostRank - rank, title: keyword, url };
  });
}
