import { and, asc, eq, gt, gte, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { DuplicateRowError, StaleWriteError } from "#db/write-errors.ts";
import { insert, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { draftProducts, type ProductDrafts } from "./draft-products.ts";
import { candidatesByCode, candidatesByTitle } from "./find-candidates.server.ts";
import { bulkLabel, decidedByPerson, type LinkChange, linkWrites } from "./link-writes.server.ts";
import { inIds } from "./listing-rows.server.ts";
import { type Match, matchListing, type MatchCandidate } from "./policy.ts";
import type { ListingRecord } from "./read-listing.server.ts";
import { productsOfSiblings, siblingKey } from "./siblings.server.ts";
import { asksToTellStock } from "../stock-changed.ts";
import { asksForDemand } from "../warehouse/fulfil/events.ts";

const rowsAtOnce = 100;
const attempts = 3;

export type LinkResult = { linked: number; suggested: number; created: number };
type Asked = { channelId: string; listingIds?: readonly string[] | undefined; createMissing?: boolean };

/** The listing that was looked at last. */
export type LinkPlace = { title: string; id: string };

/**
 * Finds the products of a channel's listings: the same SKU links, a GTIN or title suggests, and with `createMissing` a SKU that
 * nobody has becomes a product. Asked again it changes nothing, and what a person decided stays.
 * A hundred at a time: `next` is where the rest begins, undefined when nothing is left.
 */
export async function linkListings(
  ctx: ServiceContext,
  { channelId, listingIds, createMissing = false, after }: Asked & { after?: LinkPlace | undefined },
): Promise<LinkResult & { next: LinkPlace | undefined }> {
  requirePermission(ctx, "catalog:write");
  const rows = await readOpen(ctx, channelId, listingIds, after);
  const part = rows.length === 0 ? nothing : await withRetries(() => linkRows(ctx, rows, createMissing));
  const last = rows.length < rowsAtOnce ? undefined : rows.at(-1);
  return { ...part, next: last && { title: last.title, id: last.id } };
}

const nothing: LinkResult = { linked: 0, suggested: 0, created: 0 };

/** What nobody has decided yet, in the order of the channel's own index: a whole channel is walked once. */
function readOpen(
  ctx: ServiceContext,
  channelId: string,
  ids: readonly string[] | undefined,
  after: LinkPlace | undefined,
): Promise<ListingRecord[]> {
  const undecided = and(
    sql`+${listings.linkState} in ('unlinked', 'suggested')`,
    or(isNull(listings.suggestedBy), ne(listings.suggestedBy, decidedByPerson)),
  );
  const named: SQL | undefined = ids === undefined ? undefined : inIds(listings.id, ids);
  const beyond = after && and(gte(listings.title, after.title), or(gt(listings.title, after.title), gt(listings.id, after.id)));
  return ctx.db.all(listings, {
    where: and(eq(listings.channelId, channelId), named, undecided, beyond),
    orderBy: [asc(listings.title), asc(listings.id)],
    limit: rowsAtOnce,
  });
}

/** Two pages at once may make the same SKU, and a person may decide meanwhile: then this is worked out anew. */
async function withRetries(run: () => Promise<LinkResult>): Promise<LinkResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const mayHelp = error instanceof DuplicateRowError || error instanceof StaleWriteError;
      if (!mayHelp || attempt === attempts) throw error;
    }
  }
}

async function linkRows(ctx: ServiceContext, asked: readonly ListingRecord[], createMissing: boolean): Promise<LinkResult> {
  const rows = await ctx.db.all(listings, { ids: asked.map((row) => row.id), limit: asked.length });
  const open = rows.filter((row) => isOpen(row));
  const byCode = await candidatesByCode(ctx, open);
  const matched = await Promise.all(open.map(async (row) => ({ row, match: await matchOne(ctx, row, byCode, createMissing) })));
  const missing = createMissing
    ? matched.filter(({ row, match }) => match.kind === "unlinked" && isNewSku(row, byCode)).map(({ row }) => row)
    : [];
  const siblings = missing.length === 0 ? new Map<string, string>() : await productsOfSiblings(ctx, missing);
  const drafts = draftProducts(missing, {
    newId: (prefix) => ctx.ids.next(prefix),
    now: ctx.clock.now(),
    productOfSiblings: (row) => siblings.get(siblingKey(row)),
  });
  const changes = matched.flatMap(({ row, match }) => changeOf(row, match, drafts.variantIds.get(row.id)));
  if (changes.length === 0) return nothing;
  await mutate(ctx, {
    writes: [...draftWrites(drafts), ...linkWrites(changes)],
    asksFor: [asksForDemand(ctx.workspaceId), asksToTellStock(ctx.workspaceId)],
    audit: drafts.variants.length === 0 ? "mirrored" : madeEntry(drafts),
    events: [{ type: "data.changed", area: "listings" }],
  });
  const count = (state: string) => changes.filter(({ set }) => set.linkState === state).length;
  return { linked: count("linked"), suggested: count("suggested"), created: drafts.variants.length };
}

function isOpen(row: ListingRecord): boolean {
  return (row.linkState === "unlinked" || row.linkState === "suggested") && row.suggestedBy !== decidedByPerson;
}

/** Titles are looked up last, and not at all for a SKU that becomes a product of its own. */
async function matchOne(
  ctx: ServiceContext,
  row: ListingRecord,
  byCode: readonly MatchCandidate[],
  createMissing: boolean,
): Promise<Match> {
  const match = matchListing(row, byCode);
  if (match.kind !== "unlinked" || (createMissing && isNewSku(row, byCode))) return match;
  return matchListing({ ...row, sku: null }, await candidatesByTitle(ctx, row.title));
}

/** A SKU of its own that no product has, not even spelled another way. */
function isNewSku(row: ListingRecord, byCode: readonly MatchCandidate[]): boolean {
  if (row.sku === null || row.sku.trim() === "" || row.sku.trim().length > 80) return false;
  return byCode.every((one) => matchListing({ ...row, gtin: null, title: "" }, [one]).kind !== "linked");
}

function changeOf(row: ListingRecord, match: Match, madeId: string | undefined): LinkChange[] {
  if (madeId !== undefined) return [{ row, set: { variantId: madeId, linkState: "linked", suggestedVariantId: null, suggestedBy: "sku" } }];
  switch (match.kind) {
    case "linked":
      return [{ row, set: { variantId: match.variantId, linkState: "linked", suggestedVariantId: null, suggestedBy: match.by } }];
    case "suggested":
      return row.linkState === "suggested" && row.suggestedVariantId === match.variantId && row.suggestedBy === match.by
        ? []
        : [{ row, set: { variantId: null, linkState: "suggested", suggestedVariantId: match.variantId, suggestedBy: match.by } }];
    case "unlinked":
      return row.linkState === "unlinked"
        ? []
        : [{ row, set: { variantId: null, linkState: "unlinked", suggestedVariantId: null, suggestedBy: null } }];
    default:
      return match satisfies never;
  }
}

export function draftWrites(drafts: ProductDrafts): Write[] {
  const made = drafts.products.length === 0 ? [] : [insert(products, ...drafts.products)];
  return drafts.variants.length === 0 ? made : [...made, insert(variants, ...drafts.variants)];
}

function madeEntry({ variants: made }: ProductDrafts) {
  const skus = made.map((variant) => variant.sku);
  const subject = { type: "variant", id: made[0]?.id ?? "", label: bulkLabel(skus) };
  return { action: "variant.created" as const, subject, after: { skus } };
}
