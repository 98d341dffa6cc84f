import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { listings } from "#db/schema/catalog.ts";
import { listingTextChanges } from "#db/schema/listing-texts.ts";
import { insert, updateWhere, type Write } from "#db/writes.ts";
import { findListing, type ListingRecord } from "../catalog/read-listing.server.ts";
import { openChannel } from "../channels/open-channel.server.ts";
import type { TextField, TextOutcome } from "../channels/remote.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { readableText } from "../readable-text.ts";
import { type TextRules, textRules } from "./marketplace-texts.ts";
import { changeListingTextSchema } from "./schemas.ts";
import { type TextChangeRow, toTextChange } from "./text-change-row.ts";

/** `id` names the change: the same again is done once. */
type Naming = { id?: string; undoOf?: string; writes?: Write[] };

/**
 * Tells a marketplace another title or description, and shows what it answered. A refusal is kept as well, with the
 * marketplace's reason. Whoever has seen an older text than stands there now is told instead of writing over it.
 */
export async function changeListingText(
  ctx: ServiceContext,
  input: z.input<typeof changeListingTextSchema>,
  naming: Naming = {},
): Promise<TextChangeRow> {
  requirePermission(ctx, "catalog:write");
  const asked = parseInput(changeListingTextSchema, input);
  const known = naming.id === undefined ? undefined : await ctx.db.first(listingTextChanges, eq(listingTextChanges.id, naming.id));
  if (known !== undefined) return toTextChange(known);
  const listing = await findListing(ctx, asked.listingId);
  const before = (asked.field === "title" ? listing.title : listing.description) ?? "";
  if (asked.before !== undefined && asked.before !== before) throw new AppError("conflict", "listingTextChanged");
  if (asked.text === before) throw new AppError("conflict", "nothingToChange");
  const { channel, client } = await openChannel(ctx, listing.channelId);
  const fault = faultOf(asked, textRules[channel.vendor]);
  if (fault !== null) throw new AppError("invalid", "checkFields", { fields: { text: fault } });
  const outcome = await client.setText({ listingRef: listing.listingRef, field: asked.field, text: asked.text });
  return record(ctx, { ...asked, listing, before, outcome, naming });
}

/** A title is one line of characters people can see. */
function faultOf({ field, text }: { field: TextField; text: string }, { titleMost, descriptionMost }: TextRules): string | null {
  if (text.length > (field === "title" ? titleMost : descriptionMost)) return "tooLong";
  return field === "title" && !readableText.test(text) ? "unreadableCharacters" : null;
}

type Told = Naming & {
  listing: ListingRecord;
  field: TextField;
  before: string;
  text: string;
  outcome: TextOutcome;
  naming: Naming;
  analysisId?: string | undefined;
};

async function record(ctx: ServiceContext, { listing, field, before, text, outcome, naming, analysisId }: Told): Promise<TextChangeRow> {
  const now = ctx.clock.now();
  const isApplied = outcome.kind === "applied";
  const row = {
    id: naming.id ?? ctx.ids.next("txt"),
    listingId: listing.id,
    channelId: listing.channelId,
    listingRef: listing.listingRef,
    field,
    before,
    after: isApplied ? outcome.text : text,
    state: outcome.kind,
    reason: isApplied ? null : outcome.reason,
    vendorText: isApplied ? null : outcome.vendorText.slice(0, 300),
    undoOfId: naming.undoOf ?? null,
    analysisId: analysisId ?? null,
    visits30dBefore: listing.visits30d,
    requestedBy: ctx.stamp.label,
    createdAt: now,
  };
  await mutate(ctx, {
    writes: [
      insert(listingTextChanges, row),
      ...(isApplied ? mirrorWrites(listing, { [field]: row.after, readAt: now }) : []),
      ...(isApplied ? (naming.writes ?? []) : []),
    ],
    audit: {
      action: isApplied ? "listing.text-changed" : "listing.text-refused",
      subject: { type: "listing", id: listing.id, label: listing.title },
      before: { [field]: shown(before) },
      after: { [field]: shown(row.after), ...(isApplied ? {} : { reason: row.reason }) },
    },
    events: [{ type: "data.changed", area: "listings" }],
  });
  return toTextChange({ ...row, workspaceId: ctx.workspaceId, version: 1 });
}

/** All models of a listing share its words. */
function mirrorWrites({ channelId, listingRef }: ListingRecord, set: { title?: string; description?: string; readAt: number }): Write[] {
  const whole = and(eq(listings.channelId, channelId), eq(listings.listingRef, listingRef));
  return whole === undefined ? [] : [updateWhere(listings, whole, set)];
}

const shownLength = 500;

function shown(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
