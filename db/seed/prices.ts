import { simulatedGood } from "#app/integrations/simulated-goods.ts";
import { priceSightings } from "#db/schema/market.ts";
import { insert, type Write } from "#db/writes.ts";
import type { SeededRandom } from "./random.ts";

const dayMs = 24 * 3_600_000;
const followedGoods = 60;
const sellers = ["Casa & Cia", "Utilidades Já", "Loja do Bairro"] as const;
const looks = 5;
/** The oldest look lies so long back. */
const spanDays = 55;

/**
 * What the price watch saw of other sellers in the weeks before: by the codes of the goods that the simulated shops sell, so
 * that products have a past as soon as such a shop is connected.
 */
export function offerHistory(random: SeededRandom, nowMs: number): Write {
  const rows = Array.from({ length: followedGoods }, (_, number) => simulatedGood(number)).flatMap(({ gtin, priceCents, number }) =>
    sellers.flatMap((seller, place) => {
      let before: number | null = null;
      return Array.from({ length: looks }, (_look, index) => {
        const cents = Math.round((priceCents * (88 + random.int(26))) / 100);
        const isGone = index > 0 && random.int(12) === 0;
        const row = {
          id: `psi_0000seed_${number}_${place}_${index}`,
          stream: `offer ${gtin} ${seller}`,
          kind: "offer",
          listingId: null,
          channelId: null,
          gtin,
          seller,
          state: isGone ? "sold-out" : "on-sale",
          currency: "BRL",
          cents: isGone && before !== null ? before : cents,
          beforeCents: before,
          ownCents: priceCents,
          seenAt: nowMs - Math.round((spanDays - index * 11 - random.int(9)) * dayMs) + random.int(dayMs / 2) + place * 60_000,
        };
        before = row.cents;
        return row;
      });
    }),
  );
  return insert(priceSightings, ...rows);
}
