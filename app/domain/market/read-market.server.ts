import { requirePermission, type ServiceContext } from "../context.ts";
import { mentionedListings, mentionKey } from "../service/listings-of.server.ts";
import type { MarketStatus, SeenDetection } from "./stages.ts";

export type Market = Omit<MarketStatus, "detections"> & {
  detections: (SeenDetection & { title: string; listingId: string | null })[];
};

/** How the line stands: each stage with what waits, how late it is, and what went wrong; and what was seen last. */
export async function readMarket(ctx: ServiceContext): Promise<Market> {
  requirePermission(ctx, "agents:read");
  const { detections, ...status } = await ctx.ports.marketRooms.status(ctx.workspaceId);
  const about = await mentionedListings(ctx, detections.map(toMention));
  return {
    ...status,
    detections: detections.map((one) => {
      const listing = about.get(mentionKey(toMention(one)));
      return { ...one, title: listing?.title ?? one.subject, listingId: listing?.id ?? null };
    }),
  };
}

function toMention({ subject }: SeenDetection): { channelId: string; listingRef: string } {
  const [channelId = "", ...rest] = subject.split("/");
  return { channelId, listingRef: rest.join("/") };
}
