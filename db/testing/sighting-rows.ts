import { priceSightings, trendSightings } from "#db/schema/market.ts";
import { insert, type NewRow, type Write } from "#db/writes.ts";
import { stageStartMs, testIds } from "./basics.ts";

const hourMs = 3_600_000;

export function aPriceSighting(
  change: Partial<NewRow<typeof priceSightings>> & { listingId: string | null },
): NewRow<typeof priceSightings> {
  return {
    id: testIds.next("psi"),
    stream: `winner ${change.listingId}`,
    kind: "winner",
    channelId: null,
    gtin: null,
    seller: "",
    state: "competing",
    currency: "BRL",
    cents: 18_500,
    beforeCents: null,
    ownCents: 18_990,
    seenAt: stageStartMs - 30 * hourMs,
    ...change,
  };
}

/** What was seen around a shop's product: others' prices, and a trend. */
export function sightingWrites({
  channelId,
  listingId,
  productId,
  trendId,
}: Record<"channelId" | "listingId" | "productId" | "trendId", string>): Write[] {
  return [
    insert(priceSightings, aPriceSighting({ listingId, channelId })),
    insert(trendSightings, {
      id: testIds.next("tsi"),
      trendId,
      goodId: productId,
      term: "chaleira elétrica",
      region: "BR",
      direction: "rising",
      changePercent: 80,
      sureness: 99,
      seenAt: stageStartMs - 29 * hourMs,
    }),
  ];
}
