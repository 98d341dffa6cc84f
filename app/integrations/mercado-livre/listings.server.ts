import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type { ChannelClient, ListingDepth, Place, ReadResult, RefPage } from "#app/domain/channels/ports.ts";
import type { RemoteListing } from "#app/domain/channels/remote.ts";
import type { Clock } from "#app/platform/clock.ts";
import { chunks } from "#app/platform/chunks.ts";
import type { ApiClient } from "./client.server.ts";
import { concurrently } from "./concurrently.ts";
import { type ListingDetails, noDetails, toCompetition, toListings, toPriceReference, toQuality } from "./mapper-listings.ts";
import {
  automatedSchema,
  bulkSchemaFor,
  descriptionSchema,
  listingIdsSchema,
  performanceSchema,
  priceToWinSchema,
  suggestionSchema,
  visitsSchema,
  type WireItem,
} from "./wire-listings.ts";
import { reviewPageSchema } from "./wire-talk.ts";

export const bulkSize = 20;
const scanPage = 100;
const automatedPage = 100;
const itemsAtOnce = 4;
const automatedFreshMs = 10 * 60_000;

export type ListingReader = Pick<ChannelClient, "listingRefs" | "listings"> & {
  /** Every listing whose price the vendor moves by its own rule, as it is now. */
  automatedRefs(): Promise<Set<string>>;
  /** Those of these listings that are there and belong to this account. */
  items(refs: readonly string[]): Promise<WireItem[]>;
};

export function createListingReader(api: ApiClient, accountRef: string, clock: Clock): ListingReader {
  let known: { refs: Promise<Set<string>>; atMs: number } | undefined;

  /** A long list would otherwise be read again for every twenty listings. */
  function recentlyAutomated(): Promise<Set<string>> {
    if (known === undefined || clock.now() - known.atMs > automatedFreshMs)
      known = { refs: readAutomated(api, accountRef), atMs: clock.now() };
    known.refs.catch(() => (known = undefined));
    return known.refs;
  }

  const reader: ListingReader = {
    listingRefs: (place) => scanRefs(api, accountRef, place),
    items: async (refs) => (await concurrently(chunks(refs, bulkSize), 2, (chunk) => readBulk(api, accountRef, chunk))).flat(),
    automatedRefs: () => readAutomated(api, accountRef),
    listings: async (refs, depth = "full") => {
      if (refs.length === 0) return { found: [], missing: [] };
      const [items, automated] = await Promise.all([reader.items(refs), recentlyAutomated()]);
      return toResult(api, refs, { items, automated, depth });
    },
  };
  return reader;
}

/** The scroll id lives five minutes; when it is gone the engine begins again. */
async function scanRefs(api: ApiClient, accountRef: string, place: Place): Promise<RefPage> {
  const page = await api.read(
    {
      operation: "items.search",
      path: `/users/${accountRef}/items/search`,
      query: { search_type: "scan", limit: scanPage, scroll_id: place ?? undefined },
      nature: place === null ? "api" : "scroll",
    },
    listingIdsSchema,
  );
  const next = page.results.length === 0 ? null : (page.scroll_id ?? place);
  return { refs: page.results, next, total: page.paging?.total ?? null };
}

async function readBulk(api: ApiClient, accountRef: string, refs: readonly string[]): Promise<WireItem[]> {
  // Without `include_attributes` variations come without their own SKU and GTIN.
  const query = { ids: refs.join(","), include_attributes: "all" };
  const elements = await api.read({ operation: "items.bulk", path: "/items/bulk", query }, bulkSchemaFor(accountRef));
  return elements.flatMap(({ status_code: status, body }) => {
    if (status >= 500 || status === 429) throw new ChannelError("unavailable", { vendorText: `items.bulk: an element answered ${status}` });
    return body ?? [];
  });
}

async function readAutomated(api: ApiClient, accountRef: string): Promise<Set<string>> {
  const refs = new Set<string>();
  for (let offset = 0; ; offset += automatedPage) {
    const page = await api.readIfThere(
      { operation: "automation.list", path: `/pricing-automation/users/${accountRef}/items`, query: { offset, limit: automatedPage } },
      automatedSchema,
    );
    for (const ref of page?.items ?? []) refs.add(ref);
    if (page === undefined || page.items.length < automatedPage) return refs;
  }
}

type Read = { items: WireItem[]; automated: Set<string>; depth: ListingDepth };

async function toResult(api: ApiClient, refs: readonly string[], { items, automated, depth }: Read): Promise<ReadResult<RemoteListing>> {
  const found = await concurrently(items, itemsAtOnce, async (item) => {
    const details = depth === "core" ? noDetails : await readDetails(api, item);
    return toListings(item, { isPriceAutomated: automated.has(item.id), details });
  });
  const known = new Set(items.map((item) => item.id));
  return { found: found.flat(), missing: refs.filter((ref) => !known.has(ref)) };
}

/** Each of these may be missing on its own: not worked out yet, or not offered for this listing. */
async function readDetails(api: ApiClient, { id, catalog_listing: isCatalog }: WireItem): Promise<ListingDetails> {
  const [description, performance, competition, suggestion, visits, reviews] = await Promise.all([
    api.readIfThere({ operation: "items.description", path: `/items/${id}/description` }, descriptionSchema),
    // The vendor writes this one path with "item" in the singular.
    api.readIfThere({ operation: "item.performance", path: `/item/${id}/performance` }, performanceSchema),
    isCatalog === true
      ? api.readIfThere({ operation: "items.price_to_win", path: `/items/${id}/price_to_win`, query: { version: "v2" } }, priceToWinSchema)
      : undefined,
    api.readIfThere({ operation: "suggestions", path: `/suggestions/items/${id}/details` }, suggestionSchema),
    api.readIfThere({ operation: "items.visits", path: `/items/${id}/visits/time_window`, query: { last: 30, unit: "day" } }, visitsSchema),
    api.readIfThere({ operation: "reviews", path: `/reviews/item/${id}`, query: { limit: 1, offset: 0 } }, reviewPageSchema),
  ]);
  return {
    description: description?.plain_text ?? null,
    quality: performance === undefined ? null : toQuality(performance),
    competition: competition === undefined ? null : toCompetition(competition),
    priceReference: suggestion === undefined ? null : toPriceReference(suggestion),
    visits30d: visits?.total_visits ?? null,
    rating: reviews?.rating_average ?? null,
    reviews: reviews?.paging.total ?? null,
  };
}
