import { z } from "zod";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { AppError } from "./errors.ts";

export type Page<Row> = { data: Row[]; nextCursor: string | null };

export const pageSchema = z.object({
  limit: z.coerce.number().int("fieldInvalid").min(1, "fieldInvalid").max(200, "fieldInvalid").default(50),
  cursor: z.string().max(400, "fieldInvalid").optional(),
});
export type PageInput = z.input<typeof pageSchema>;

/** The sortable id after which the next page starts. */
export function cursorId(cursor: string | undefined): string | undefined {
  if (cursor === undefined || cursor === "") return undefined;
  const id = decodeCursor(cursor)?.[0];
  if (typeof id !== "string") throw new AppError("invalid", "checkFields", { fields: { cursor: "fieldInvalid" } });
  return id;
}

/** Cuts rows read with `limit + 1` into a page. */
export function toPage<Row extends { id: string }>(rows: Row[], limit: number): Page<Row> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null };
}
