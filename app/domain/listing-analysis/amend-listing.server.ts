import { z } from "zod";
import { findListing } from "../catalog/read-listing.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { readableText } from "../readable-text.ts";
import { changeListingText } from "./change-listing-text.server.ts";

const amendSchema = z.object({
  id: z.string("fieldInvalid").min(1, "required").max(60, "fieldInvalid"),
  sentence: z.string("fieldInvalid").trim().min(1, "required").max(400, "tooLong").regex(readableText, "unreadableCharacters"),
});
type Amendment = z.input<typeof amendSchema>;
/** `id` names the change: the same again is done once. */
type Naming = { id: string };

/** Adds a sentence to what a listing says, at the marketplace first. One that is there already is not added again. */
export async function amendListing(ctx: ServiceContext, input: Amendment, naming: Naming): Promise<{ sentence: string }> {
  requirePermission(ctx, "catalog:write");
  const { id, sentence } = parseInput(amendSchema, input);
  const before = (await findListing(ctx, id)).description ?? "";
  if (!before.includes(sentence)) await say(ctx, { id, before, text: before === "" ? sentence : `${before}\n\n${sentence}` }, naming);
  return { sentence };
}

/** Takes such a sentence out again, wherever it stands by now; the rest of the text stays as people left it. */
export async function withdrawAmendment(ctx: ServiceContext, input: Amendment, naming: Naming): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { id, sentence } = parseInput(amendSchema, input);
  const before = (await findListing(ctx, id)).description ?? "";
  if (!before.includes(sentence)) return;
  const text = before.includes(`\n\n${sentence}`) ? before.replace(`\n\n${sentence}`, "") : before.replace(sentence, "").trim();
  if (text === "") throw new AppError("conflict", "proposalNotUndoable");
  await say(ctx, { id, before, text }, naming);
}

async function say(ctx: ServiceContext, { id, before, text }: { id: string; before: string; text: string }, naming: Naming): Promise<void> {
  const change = await changeListingText(ctx, { listingId: id, field: "description", text, before }, naming);
  if (change.state === "refused") throw new AppError("conflict", "listingTextRefused");
}
