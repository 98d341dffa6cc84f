import { z } from "zod";

export const id = z.string("fieldInvalid").min(1, "required").max(120, "fieldInvalid");
export const search = z.string("fieldInvalid").trim().max(200, "tooLong");

/** Assistants read a page at a time, and a shorter one than people do: all of it is read by a model. */
export const paging = {
  limit: z.int("fieldInvalid").min(1, "fieldInvalid").max(100, "fieldInvalid").default(20).describe("How many rows, at most 100."),
  cursor: z.string("fieldInvalid").max(400, "fieldInvalid").optional().describe("nextCursor of the page before."),
};

export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ data: z.array(row), nextCursor: z.string().nullable().describe("Null on the last page.") });
}

/** Milliseconds since 1970, UTC. */
export const moment = z.number().describe("Milliseconds since 1970, UTC.");
export const cents = z.number().describe("Minor units of the currency: 18990 BRL is R$ 189,90.");

/** As the query of a page says it. */
export function yesNo(value: boolean | undefined): "0" | "1" | undefined {
  return value === undefined ? undefined : value ? "1" : "0";
}
