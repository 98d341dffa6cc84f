import { linkStates, listingNeeds, listingSorts, productLacks, productSorts } from "#app/domain/catalog/schemas.ts";
import { listingStatuses } from "#app/domain/channels/remote.ts";

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find((value) => value === text);
}

/** The list in an address, for page and export alike. What an old or forged address says of nothing we know is ignored. */
export function readProductQuery(query: URLSearchParams) {
  return {
    search: query.get("q")?.slice(0, 200) || undefined,
    state: oneOf(["active", "archived"], query.get("state")),
    lacks: oneOf(productLacks, query.get("lacks")),
    sort: oneOf(productSorts, query.get("sort")),
  };
}

export function readListingQuery(query: URLSearchParams) {
  return {
    search: query.get("q")?.slice(0, 200) || undefined,
    channelId: query.get("channel")?.slice(0, 60) || undefined,
    status: oneOf(listingStatuses, query.get("status")),
    link: oneOf(linkStates, query.get("link")),
    only: oneOf(listingNeeds, query.get("only")),
    sort: oneOf(listingSorts, query.get("sort")),
  };
}
