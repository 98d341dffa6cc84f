import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** What a site's visitors may ask, and what is told to them. A site without a row has no chat. */
export const publicChats = sqliteTable(
  "public_chats",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    siteId: text("site_id").notNull(),
    isOn: integer("is_on", { mode: "boolean" }).notNull(),
    /** Empty: the usual one, in the visitor's language. */
    greeting: text("greeting").notNull(),
    /** Written for visitors: delivery, returns, opening hours. Cut into paragraphs, all of them public. */
    publicText: text("public_text").notNull(),
    /** Of the paragraphs of the workspace's notes, the prints of those that may be told. One that changes is private again. */
    publicParagraphs: text("public_paragraphs", { mode: "json" }).$type<string[]>().notNull(),
    showsPrices: integer("shows_prices", { mode: "boolean" }).notNull(),
    showsAvailability: integer("shows_availability", { mode: "boolean" }).notNull(),
    usesModel: integer("uses_model", { mode: "boolean" }).notNull(),
    questionsPerDay: integer("questions_per_day").notNull(),
    modelAnswersPerDay: integer("model_answers_per_day").notNull(),
    keepDays: integer("keep_days").notNull(),
    updatedAt: timeColumn("updated_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("public_chats_site").on(table.workspaceId, table.siteId)],
);

/** What was asked by whom nobody knows: neither an address nor a visitor is kept with it. */
export const publicQuestions = sqliteTable(
  "public_questions",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    siteId: text("site_id").notNull(),
    askedAt: timeColumn("asked_at").notNull(),
    /** pt or en. */
    language: text("language").notNull(),
    /** Without what looks like an address or a number of somebody. */
    question: text("question").notNull(),
    answer: text("answer").notNull(),
    /** answered, unanswered or declined. */
    outcome: text("outcome").notNull(),
    topic: text("topic").notNull(),
    /** rules or model. */
    source: text("source").notNull(),
    version: versionColumn(),
  },
  (table) => [
    index("public_questions_newest").on(table.workspaceId, table.siteId, table.id),
    index("public_questions_outcome").on(table.workspaceId, table.siteId, table.outcome, table.id),
    index("public_questions_age").on(table.workspaceId, table.siteId, table.askedAt),
  ],
);
