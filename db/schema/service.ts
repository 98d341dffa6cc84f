import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** What buyers ask before they buy. */
export const questions = sqliteTable(
  "questions",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    channelId: text("channel_id").notNull(),
    questionRef: text("question_ref").notNull(),
    listingRef: text("listing_ref").notNull(),
    text: text("text").notNull(),
    /** open, answered, closed or hidden. */
    state: text("state").notNull(),
    buyerRef: text("buyer_ref").notNull(),
    answer: text("answer"),
    askedAt: timeColumn("asked_at").notNull(),
    answeredAt: timeColumn("answered_at"),
    readAt: timeColumn("read_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("questions_remote").on(table.channelId, table.questionRef),
    index("questions_state").on(table.workspaceId, table.state, table.askedAt, table.id),
    index("questions_asked").on(table.workspaceId, table.askedAt, table.id),
    index("questions_listing").on(table.workspaceId, table.channelId, table.listingRef, table.askedAt),
    index("questions_channel").on(table.workspaceId, table.channelId, table.askedAt, table.id),
    index("questions_arrived").on(table.workspaceId, table.id),
    index("questions_about").on(table.workspaceId, table.listingRef, table.askedAt, table.id),
  ],
);

/** What buyers say afterwards. */
export const reviews = sqliteTable(
  "reviews",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    channelId: text("channel_id").notNull(),
    reviewRef: text("review_ref").notNull(),
    listingRef: text("listing_ref").notNull(),
    modelRef: text("model_ref"),
    rating: integer("rating").notNull(),
    title: text("title").notNull(),
    text: text("text").notNull(),
    likes: integer("likes").notNull(),
    reply: text("reply"),
    writtenAt: timeColumn("written_at").notNull(),
    readAt: timeColumn("read_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("reviews_remote").on(table.channelId, table.reviewRef),
    index("reviews_written").on(table.workspaceId, table.writtenAt, table.id),
    index("reviews_rating").on(table.workspaceId, table.rating, table.writtenAt, table.id),
    index("reviews_listing").on(table.workspaceId, table.channelId, table.listingRef, table.writtenAt),
    index("reviews_channel").on(table.workspaceId, table.channelId, table.writtenAt, table.id),
    index("reviews_arrived").on(table.workspaceId, table.id),
    index("reviews_about").on(table.workspaceId, table.listingRef, table.writtenAt, table.id),
    // Two stars or less, as `complaintStars` says.
    index("reviews_complaints")
      .on(table.workspaceId, table.writtenAt, table.id)
      .where(sql`rating <= 2`),
  ],
);
