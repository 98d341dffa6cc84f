import type { ListingChangeInput } from "#app/domain/catalog/schemas.ts";

/** Missing fields are refused by their names, like wrong ones. */
export function asChange(body: Record<string, unknown>): ListingChangeInput {
  return { ...("matching" in body ? {} : { listingIds: [] }), kind: "price", rule: "set", ...body };
}
