import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** What can be found by its words and by its meaning, whatever it belongs to. Its words are in `search_texts_fts` too. */
export const searchTexts = sqliteTable(
  "search_texts",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** interaction, product or organisation. */
    kind: text("kind").notNull(),
    subjectId: text("subject_id").notNull(),
    words: text("words").notNull(),
    /** Its words' stems in both languages, and the concepts they are about: what a question is matched with. */
    stems: text("stems").notNull(),
    concepts: text("concepts").notNull(),
    /** One signed byte a dimension, as base64. */
    vector: text("vector").notNull(),
    /** Only vectors of one model can be compared. */
    vectorModel: text("vector_model").notNull(),
    /** Of what it was made: the same is not read again. */
    print: text("print").notNull(),
    happenedAt: timeColumn("happened_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("search_texts_subject").on(table.workspaceId, table.kind, table.subjectId),
    index("search_texts_newest").on(table.workspaceId, table.kind, table.happenedAt),
  ],
);

/** What a shop says of itself: what it sells, to whom, what it promises. Read where texts are described and questions answered. */
export const organisationNotes = sqliteTable(
  "organisation_notes",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    text: text("text").notNull(),
    updatedAt: timeColumn("updated_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("organisation_notes_workspace").on(table.workspaceId)],
);
