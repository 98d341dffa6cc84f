import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** A kind of box that orders are packed into. */
export const cartons = sqliteTable(
  "cartons",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    name: text("name").notNull(),
    /** Inner edges. */
    lengthMm: integer("length_mm").notNull(),
    widthMm: integer("width_mm").notNull(),
    heightMm: integer("height_mm").notNull(),
    /** Of the empty carton. */
    weightGrams: integer("weight_grams").notNull(),
    /** What may go into it. */
    maxWeightGrams: integer("max_weight_grams").notNull(),
    /** What one costs; null where nobody says so. */
    costCents: integer("cost_cents"),
    currency: text("currency").notNull(),
    /** No longer offered; parcels that were packed in it still name it. */
    retiredAt: timeColumn("retired_at"),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("cartons_name")
      .on(table.workspaceId, table.name)
      .where(sql`retired_at is null`),
    index("cartons_workspace").on(table.workspaceId, table.id),
  ],
);
