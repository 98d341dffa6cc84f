import { z } from "zod";
import { readableText } from "../readable-text.ts";
import { byIdSchema } from "../accounts/schemas.ts";

/** The lists that can be kept as somebody likes to see them. */
export const viewPages = ["listings", "catalog", "orders", "questions", "reviews", "recommendations"] as const;
export type ViewPage = (typeof viewPages)[number];

const page = z.enum(viewPages, "fieldInvalid");
const name = z.string({ error: "required" }).trim().min(1, "required").max(40, "tooLong").regex(readableText, "unreadableCharacters");

export const listViewsSchema = z.object({ page });
export const saveViewSchema = z.object({ page, name, query: z.string("fieldInvalid").max(1_000, "tooLong") });
export const renameViewSchema = byIdSchema.extend({ name });
