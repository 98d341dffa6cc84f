import { eq } from "drizzle-orm";
import { listingTextChanges } from "#db/schema/listing-texts.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";

export async function findTextChange(ctx: ServiceContext, id: string): Promise<typeof listingTextChanges.$inferSelect> {
  const row = await ctx.db.first(listingTextChanges, eq(listingTextChanges.id, id));
  if (row === undefined) throw notFound("textChange");
  return row;
}
