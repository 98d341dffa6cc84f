import type { Competition, ListingQuality, ListingStatus, PriceReference, RemoteListing } from "#app/domain/channels/remote.ts";
import type { WireItem, WirePerformance, WirePriceToWin, WireSuggestion, WireVariation } from "./wire-listings.ts";

/** What costs calls of its own; null where nobody asked or the vendor has nothing. */
export type ListingDetails = Pick<
  RemoteListing,
  "description" | "quality" | "competition" | "priceReference" | "visits30d" | "rating" | "reviews"
>;

export const noDetails: ListingDetails = {
  description: null,
  quality: null,
  competition: null,
  priceReference: null,
  visits30d: null,
  rating: null,
  reviews: null,
};

type ItemFacts = { isPriceAutomated: boolean; details: ListingDetails };

/** One listing for an item, or one for each of its variations. */
export function toListings(item: WireItem, facts: ItemFacts): RemoteListing[] {
  const common = commonOf(item, facts);
  if (item.variations.length > 0) return item.variations.map((variation) => ({ ...common, ...ofVariation(item, variation) }));
  return [
    {
      ...common,
      modelRef: "",
      modelName: "",
      sku: attribute(item.attributes, "SELLER_SKU") ?? item.seller_custom_field,
      gtin: attribute(item.attributes, "GTIN"),
      priceCents: item.price ?? 0,
      stock: item.available_quantity,
      sold: item.sold_quantity ?? 0,
      imageUrls: imageUrls(item, []),
    },
  ];
}

type OfModel = "modelRef" | "modelName" | "sku" | "gtin" | "priceCents" | "stock" | "sold" | "imageUrls";

function commonOf(item: WireItem, { isPriceAutomated, details }: ItemFacts): Omit<RemoteListing, OfModel> {
  const status = toStatus(item.status);
  return {
    ...details,
    listingRef: item.id,
    title: item.title,
    categoryRef: item.category_id ?? "",
    listingType: item.listing_type_id ?? "",
    logisticType: item.shipping?.logistic_type ?? item.shipping?.mode ?? "not_specified",
    condition: attribute(item.attributes, "ITEM_CONDITION") ?? item.condition ?? "",
    currency: item.currency_id,
    regularPriceCents: item.original_price,
    reserved: 0,
    status,
    statusReasons: status === "inactive" ? [item.status, ...item.sub_status] : item.sub_status,
    permalink: item.permalink ?? "",
    attributes: item.attributes.flatMap(({ id, name, value_name }) =>
      value_name === null ? [] : [{ key: id, name: name ?? id, value: value_name }],
    ),
    freeShipping: item.shipping?.free_shipping ?? false,
    isCatalog: item.catalog_listing ?? false,
    isPriceAutomated,
    createdAtMs: item.date_created,
    updatedAtMs: item.last_updated,
  };
}

function ofVariation(item: WireItem, variation: WireVariation): Pick<RemoteListing, OfModel> {
  const names = variation.attribute_combinations.flatMap(({ value_name }) => (value_name === null ? [] : [value_name]));
  return {
    modelRef: variation.id,
    modelName: names.join(" / "),
    sku:
      attribute(variation.attributes, "SELLER_SKU") ??
      variation.seller_custom_field ??
      attribute(item.attributes, "SELLER_SKU") ??
      item.seller_custom_field,
    gtin: attribute(variation.attributes, "GTIN") ?? attribute(item.attributes, "GTIN"),
    priceCents: variation.price ?? item.price ?? 0,
    stock: variation.available_quantity,
    sold: variation.sold_quantity ?? 0,
    imageUrls: imageUrls(item, variation.picture_ids),
  };
}

function attribute(list: WireItem["attributes"], id: string): string | null {
  return list.find((one) => one.id === id)?.value_name ?? null;
}

function imageUrls(item: WireItem, pictureIds: string[]): string[] {
  const own = item.pictures.filter(({ id }) => id !== null && pictureIds.includes(id));
  return (own.length > 0 ? own : item.pictures).flatMap(({ secure_url, url }) => secure_url ?? url ?? []);
}

/** A status we do not know sells nothing as far as we can tell; its own word is kept among the reasons. */
function toStatus(status: string): ListingStatus {
  switch (status) {
    case "active":
    case "paused":
    case "closed":
      return status;
    case "under_review":
      return "review";
    default:
      return "inactive";
  }
}

export function toQuality(wire: WirePerformance): ListingQuality {
  const issues = wire.buckets
    .flatMap((bucket) => bucket.variables)
    .flatMap((variable) =>
      (variable.rules ?? [])
        .filter((rule) => rule.status === "PENDING")
        .map((rule) => ({
          key: rule.key,
          text: rule.wordings?.title ?? variable.title ?? variable.key,
          harmful: rule.mode === "WARNING",
        })),
    );
  return { score: wire.score, level: wire.level_wording ?? wire.level ?? "", issues };
}

/** Null for a state nobody has described yet. */
export function toCompetition(wire: WirePriceToWin): Competition | null {
  const state = competitionStates.get(wire.status);
  if (state === undefined) return null;
  return { state, priceToWinCents: wire.price_to_win, winnerPriceCents: wire.winner?.price ?? null, reasons: wire.reason };
}

const competitionStates = new Map<string, Competition["state"]>([
  ["winning", "winning"],
  ["sharing_first_place", "sharing"],
  ["competing", "competing"],
  ["listed", "listed"],
  ["not_listed", "listed"],
]);

export function toPriceReference(wire: WireSuggestion): PriceReference | null {
  const state = referenceStates.get(wire.status);
  if (state === undefined) return null;
  return { state, suggestedCents: wire.suggested_price?.amount ?? null, lowestCents: wire.lowest_price?.amount ?? null };
}

const referenceStates = new Map<string, PriceReference["state"]>([
  ["with_benchmark_highest", "highest"],
  ["with_benchmark_high", "high"],
  ["no_benchmark_ok", "ok"],
  ["no_benchmark_lowest", "lowest"],
]);
