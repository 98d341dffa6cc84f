import { seededRandom } from "#app/platform/seeded-random.ts";
import type { Look } from "../finding.ts";
import { addTallies } from "../add-tallies.ts";
import { generateSessions, type MadeShop, type PlantedTruths } from "../generate-sessions.ts";
import type { Tally } from "../tally.ts";
import { tallySessions } from "../tally-sessions.ts";

export const dayMs = 24 * 3_600_000;

export const madeShop: MadeShop = {
  sessionsADay: 300,
  products: Array.from({ length: 30 }, (_, index) => ({
    key: `sku:${index}`,
    name: `Product ${index}`,
    productId: null,
    priceCents: 1_000 + index,
  })),
  queries: Array.from({ length: 12 }, (_, index) => `word ${index}`),
};

/** The first day is a Monday; UTC is the wall. */
export function madeDay(
  seed: number,
  day: number,
  { truths = {}, shop = madeShop }: { truths?: PlantedTruths; shop?: MadeShop } = {},
): Tally {
  const random = seededRandom(seed * 1_009 + day);
  const sessions = generateSessions({ random, shop, truths, fromMs: day * dayMs, untilMs: (day + 1) * dayMs });
  const wallClock = (atMs: number) => ({ weekday: Math.floor(atMs / dayMs) % 7, hour: Math.floor(atMs / 3_600_000) % 24 });
  const counted = sessions.map((features, place) => ({ features, isBot: false, interactionId: `int_${day}_${place}` }));
  return tallySessions(counted, { weekday: day % 7, wallClock });
}

const histories = new Map<string, Look["history"]>();

/** Four weeks of which nothing is true but chance. */
function madeHistory(seed: number, shop: MadeShop): Look["history"] {
  const name = `${seed} ${shop.sessionsADay}`;
  const known = histories.get(name);
  if (known !== undefined) return known;
  const parts = Array.from({ length: 28 }, (_, day) => madeDay(seed, day, { shop }));
  const made = { parts, total: addTallies(parts), previous: parts.at(-1) };
  histories.set(name, made);
  return made;
}

/** A day after them. */
export function madeLook(seed: number, truths: PlantedTruths, shop: MadeShop = madeShop): Look {
  return { now: madeDay(seed, 28, { truths, shop }), history: madeHistory(seed, shop) };
}
