import { and, asc, eq, gt, type SQL } from "drizzle-orm";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { listings } from "#db/schema/catalog.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { questions, reviews } from "#db/schema/service.ts";
import type { SignalSource } from "./ports.ts";
import type { Signal } from "./signals.ts";

const mostChars = 2_000;

/** Rows behind a place: ids are made in the order of time. */
function behind(column: Parameters<typeof gt>[0], afterId: string | null): SQL | undefined {
  return afterId === null ? undefined : gt(column, afterId);
}

const fromReviews: SignalSource = {
  name: "reviews",
  async read(ctx, afterId, most) {
    const rows = await ctx.db.all(reviews, { where: behind(reviews.id, afterId), orderBy: asc(reviews.id), limit: most });
    return rows.map(({ id, channelId, listingRef, rating, title, text, writtenAt }): Signal => ({
      kind: "review",
      id,
      subject: `${channelId}/${listingRef}`,
      atMs: writtenAt,
      rating,
      text: `${title}\n${text}`.trim().slice(0, mostChars),
    }));
  },
};

const fromQuestions: SignalSource = {
  name: "questions",
  async read(ctx, afterId, most) {
    const rows = await ctx.db.all(questions, { where: behind(questions.id, afterId), orderBy: asc(questions.id), limit: most });
    return rows.map(({ id, channelId, listingRef, text, askedAt }): Signal => ({
      kind: "question",
      id,
      subject: `${channelId}/${listingRef}`,
      atMs: askedAt,
      text: text.slice(0, mostChars),
    }));
  },
};

const fromOrders: SignalSource = {
  name: "orders",
  async read(ctx, afterId, most) {
    const rows = await ctx.db.read((orm, scope) =>
      orm
        .select({
          id: orderItems.id,
          channelId: orders.channelId,
          listingRef: orderItems.listingRef,
          units: orderItems.quantity,
          atMs: orders.placedAt,
        })
        .from(orderItems)
        .innerJoin(orders, and(eq(orders.id, orderItems.orderId), scope(orders)))
        .where(and(scope(orderItems), behind(orderItems.id, afterId)))
        .orderBy(asc(orderItems.id))
        .limit(most),
    );
    return rows.map(({ id, channelId, listingRef, units, atMs }): Signal => ({
      kind: "order",
      id,
      subject: `${channelId}/${listingRef}`,
      atMs,
      units,
    }));
  },
};

const fromChanges: SignalSource = {
  name: "listing-changes",
  async read(ctx, afterId, most) {
    const rows = await ctx.db.read((orm, scope) =>
      orm
        .select({
          id: listingChangeItems.id,
          change: listingChanges.kind,
          atMs: listingChanges.createdAt,
          channelId: listings.channelId,
          listingRef: listings.listingRef,
        })
        .from(listingChangeItems)
        .innerJoin(listingChanges, and(eq(listingChanges.id, listingChangeItems.changeId), scope(listingChanges)))
        .innerJoin(listings, and(eq(listings.id, listingChangeItems.listingId), scope(listings)))
        .where(and(scope(listingChangeItems), behind(listingChangeItems.id, afterId)))
        .orderBy(asc(listingChangeItems.id))
        .limit(most),
    );
    return rows.map(({ id, change, atMs, channelId, listingRef }): Signal => ({
      kind: "listing-change",
      id,
      subject: `${channelId}/${listingRef}`,
      atMs,
      change,
      byAgent: false,
    }));
  },
};

/** What is listened to. Prices and trends of others are seen by agents, who act on them in the same look: they wake nobody else. */
export const signalSources: readonly SignalSource[] = [fromReviews, fromQuestions, fromOrders, fromChanges];
