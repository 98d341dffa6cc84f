import { and, eq, sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { reviews } from "#db/schema/service.ts";
import { merge } from "#db/writes.ts";
import { findChannel } from "../channels/open-channel.server.ts";
import type { RemoteReview } from "../channels/remote.ts";
import { whileActive } from "../channels/while-active.server.ts";
import type { ServiceContext } from "../context.ts";
import { asksForGaps } from "../reviews/events.ts";
import { saysMore, toReviewRow } from "./service-rows.ts";

type Reading = { channelId: string; reviews: RemoteReview[]; /** When they were asked for. */ readAtMs?: number };

/** Takes over reviews as the vendor tells them; a reading never replaces one made later. */
export async function storeReviews(ctx: ServiceContext, input: Reading): Promise<{ changed: number }> {
  const channel = await findChannel(ctx, input.channelId);
  const latest = new Map(input.reviews.map((review) => [review.reviewRef, review]));
  if (latest.size === 0) return { changed: 0 };
  const rows = await ctx.db.all(reviews, {
    where: and(
      eq(reviews.channelId, channel.id),
      sql`${reviews.reviewRef} in (select value from json_each(${JSON.stringify([...latest.keys()])}))`,
    ),
  });
  const known = new Map(rows.map((row) => [row.reviewRef, row]));
  const readAtMs = input.readAtMs ?? ctx.clock.now();
  const read = [...latest.values()].map((review) => {
    const id = known.get(review.reviewRef)?.id ?? ctx.ids.next("rev");
    return toReviewRow(review, { id, channelId: channel.id, readAtMs });
  });
  const changed = read.filter((row) => saysMore(known.get(row.reviewRef), row)).length;
  await mutate(ctx, {
    writes: [whileActive(channel.id), merge(reviews, { key: ["channelId", "reviewRef"], newest: "readAt" }, read)],
    audit: "mirrored",
    events: changed === 0 ? [] : [{ type: "data.changed", area: "service" }],
    ...(changed === 0 ? {} : { asksFor: asksForGaps(ctx.workspaceId) }),
  });
  return { changed };
}
