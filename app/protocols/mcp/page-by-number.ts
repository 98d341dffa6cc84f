import { AppError } from "#app/domain/errors.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";

/** Pages of a list that is short and always there whole. A cursor of somewhere else is refused. */
export function pageByNumber<Item>(
  all: readonly Item[],
  size: number,
  cursor: string | undefined,
): { items: Item[]; nextCursor: string | undefined } {
  const from = cursor === undefined ? 0 : decodeCursor(cursor)?.[0];
  if (typeof from !== "number" || !Number.isInteger(from) || from < 0) {
    throw new AppError("invalid", "checkFields", { fields: { cursor: "fieldInvalid" } });
  }
  const end = from + size;
  return { items: all.slice(from, end), nextCursor: end < all.length ? encodeCursor([end]) : undefined };
}
