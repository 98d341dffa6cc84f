import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { listings } from "#db/schema/catalog.ts";
import { updateWhere } from "#db/writes.ts";
import type { AuditAction } from "../audit/actions.ts";
import { openChannel } from "../channels/open-channel.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { readableText } from "../readable-text.ts";
import { findListing, type ListingRecord } from "./read-listing.server.ts";

const amendSchema = z.object({
  id: z.string("fieldInvalid").min(1, "required").max(60, "fieldInvalid"),
  sentence: z.string("fieldInvalid").trim().min(1, "required").max(400, "tooLong").regex(readableText, "unreadableCharacters"),
});
type Amendment = z.input<typeof amendSchema>;

/** Adds a sentence to what a listing says, at the marketplace first. One that is there already is not added again. */
export async function amendListing(ctx: ServiceContext, input: Amendment): Promise<{ sentence: string }> {
  requirePermission(ctx, "catalog:write");
  const { id, sentence } = parseInput(amendSchema, input);
  const listing = await findListing(ctx, id);
  const before = listing.description ?? "";
  if (!before.includes(sentence)) await say(ctx, listing, before === "" ? sentence : `${before}\n\n${sentence}`, "listing.amended");
  return { sentence };
}

/** Takes such a sentence out again, wherever it stands by now; the rest of the text stays as people left it. */
export async function withdrawAmendment(ctx: ServiceContext, input: Amendment): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { id, sentence } = parseInput(amendSchema, input);
  const listing = await findListing(ctx, id);
  const before = listing.description ?? "";
  if (!before.includes(sentence)) return;
  const after = before.includes(`\n\n${sentence}`) ? before.replace(`\n\n${sentence}`, "") : before.replace(sentence, "").trim();
  if (after === "") throw new AppError("conflict", "proposalNotUndoable");
  await say(ctx, listing, after, "listing.amendment-withdrawn");
}

async function say(ctx: ServiceContext, listing: ListingRecord, asked: string, action: AuditAction): Promise<void> {
  const { id, channelId, listingRef, title, description } = listing;
  const { client } = await openChannel(ctx, channelId);
  const outcome = await client.setText({ listingRef, field: "description", text: asked });
  if (outcome.kind === "refused") throw new AppError("conflict", "listingTextRefused");
  const models = and(eq(listings.channelId, channelId), eq(listings.listingRef, listingRef));
  if (models === undefined) return;
  await mutate(ctx, {
    // The marketplace shows it already, whatever was read of the listing meanwhile; every model of it says the same.
    writes: [updateWhere(listings, models, { description: outcome.text })],
    audit: { action, subject: { type: "listing", id, label: title }, before: { description }, after: { description: outcome.text } },
    events: [{ type: "data.changed", area: "listings" }],
  });
}
