import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { addTallies, limitTable } from "./add-tallies.ts";
import { generateSessions } from "./generate-sessions.ts";
import { emptyTally, type LimitedTable, pairKey, type Tally, tallySchema } from "./tally.ts";
import { type CountedSession, tallySessions } from "./tally-sessions.ts";
import { dayMs, madeShop } from "./testing/made-days.ts";

const wallClock = (atMs: number) => ({ weekday: Math.floor(atMs / dayMs) % 7, hour: Math.floor(atMs / 3_600_000) % 24 });

function sessionsOf(seed: number, day = 0, sessionsADay = 60): CountedSession[] {
  const shop = { ...madeShop, sessionsADay };
  const made = generateSessions({ random: seededRandom(seed), shop, truths: {}, fromMs: day * dayMs, untilMs: (day + 1) * dayMs });
  return made.map((features, place) => ({ features, isBot: false, interactionId: `int_${day}_${String(place).padStart(4, "0")}` }));
}

function aDay(seed: number, day = seed % 7): Tally {
  return tallySessions(sessionsOf(seed, day), { weekday: day, wallClock });
}

const [made] = sessionsOf(1);
if (made === undefined) throw new Error("no session was made");
const first = made;

function aSession(change: Partial<CountedSession["features"]>, interactionId: string | null = "int_1"): CountedSession {
  const nothing = { stages: [], checkoutSteps: [], searches: [], products: [], hesitations: [], isReturning: false } as const;
  return {
    features: { ...first.features, ...nothing, checkoutSteps: [], searches: [], products: [], hesitations: [], ...change },
    isBot: false,
    interactionId,
  };
}

const product = {
  key: "sku:a",
  productId: null,
  variantId: null,
  name: "A",
  priceCents: 100,
  currency: "BRL",
  views: 1,
  visibleMs: 1,
  firstAt: 0,
};

test("days make weeks and weeks make years, in any order and any grouping", () => {
  const tallies = fc.array(
    fc.integer({ min: 1, max: 40 }).map((seed) => aDay(seed)),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(tallies, fc.nat(6), (some, cut) => {
      const whole = addTallies(some);
      const grouped = addTallies([addTallies(some.slice(0, cut)), addTallies(some.slice(cut))]);
      expect(grouped).toEqual(whole);
      expect(addTallies(some.toReversed())).toEqual(whole);
    }),
    { numRuns: 40 },
  );
});

test("a day counted at once or in two halves is the same day", () => {
  const sessions = sessionsOf(3);
  const day = { weekday: 0, wallClock };
  const halves = [sessions.slice(0, 20), sessions.slice(20)].map((some) => tallySessions(some, day));
  expect({ ...addTallies(halves), weekdays: [] }).toEqual({ ...tallySessions(sessions, day), weekdays: [] });
});

test("a sum that is stored and read again is the same", () => {
  const tally = aDay(5);
  expect(tallySchema.parse(JSON.parse(JSON.stringify(tally)))).toEqual(tally);
});

test("a full table keeps what was counted most, never too much of it, and knows how much may be missing", () => {
  const counts = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 5 }), (tables) => {
      const truth = new Map<string, number>();
      for (const [key, count] of tables.flatMap((table) => Object.entries(table))) truth.set(key, (truth.get(key) ?? 0) + count);
      const nothing: LimitedTable<{ count: number }> = { rows: {}, lost: 0 };
      const kept = tables.reduce((sum, table) => {
        const rows = { ...sum.rows };
        for (const [key, count] of Object.entries(table)) rows[key] = { count: (rows[key]?.count ?? 0) + count };
        return limitTable({ rows, lost: sum.lost }, 3);
      }, nothing);
      for (const [key, count] of truth) {
        const found = kept.rows[key]?.count ?? 0;
        expect(found).toBeLessThanOrEqual(count);
        expect(count - found).toBeLessThanOrEqual(kept.lost);
      }
      expect(Object.keys(kept.rows).length).toBeLessThanOrEqual(3);
    }),
  );
});

test("programs are counted apart and in nothing else", () => {
  const tally = tallySessions([{ ...aSession({ isReturning: true }), isBot: true }], { weekday: 2, wallClock });
  expect(tally).toEqual({ ...emptyTally(), weekdays: [0, 0, 1, 0, 0, 0, 0], bots: 1 });
});

test("who comes to a stage has come through those before it, also when they were not seen", () => {
  const tally = tallySessions([aSession({ stages: ["checkout"] }), aSession({ stages: [] }, "int_2")], { weekday: 0, wallClock });
  expect(tally.reached).toEqual([2, 1, 1, 1, 0]);
  expect(tally.stopped).toEqual([["int_2"], [], [], ["int_1"], []]);
});

test("a step is left by whom it was the last of, and by nobody who ordered", () => {
  const checkoutSteps = ["contact", "shipping", "contact", "shipping"];
  const tally = tallySessions([aSession({ checkoutSteps }), aSession({ checkoutSteps, stages: ["order"] })], { weekday: 0, wallClock });
  expect(tally.steps.rows).toEqual({
    contact: { at: 0, count: 2, left: 0, examples: [] },
    shipping: { at: 1, count: 2, left: 1, examples: ["int_1"] },
  });
});

test("a search counts once a session however it is written, is in vain while nothing was found, and unknown when the shop does not tell", () => {
  const empty = { query: "  Air   FRYER ", results: 0, isFollowed: false };
  const told = aSession({ searches: [empty, { ...empty, query: "air fryer" }, { query: "mop", results: null, isFollowed: false }] });
  const later = aSession({ searches: [empty, { query: "air fryer", results: 4, isFollowed: true }] });
  const tally = tallySessions([told, later], { weekday: 0, wallClock });
  expect(tally.searches.rows).toEqual({ "air fryer": { count: 2, empty: 1, followed: 1, examples: ["int_1"] } });
});

test("two products in one basket are a pair, whichever was first; one that was only looked at is none", () => {
  const parts = (...roles: ["sku:a" | "sku:b" | "sku:c", "viewed" | "carted" | "bought"][]) =>
    roles.map(([key, role]) => ({ ...product, key, role }));
  const one = aSession({ products: parts(["sku:b", "carted"], ["sku:a", "bought"], ["sku:c", "viewed"]) });
  const other = aSession({ products: parts(["sku:a", "carted"], ["sku:b", "carted"]) }, "int_2");
  const tally = tallySessions([one, other], { weekday: 0, wallClock });
  expect(tally.pairs.rows).toEqual({ [pairKey("sku:b", "sku:a")]: { count: 2, examples: ["int_2", "int_1"] } });
  expect(tally.baskets).toBe(2);
  expect(tally.products.rows["sku:a"]).toMatchObject({ count: 2, carts: 2, orders: 1 });
  expect(tally.products.rows["sku:c"]).toMatchObject({ count: 1, carts: 0, orders: 0 });
});

test("names that every object has are counted like any other", () => {
  const searches = ["constructor", "toString"].map((query) => ({ query, results: 0, isFollowed: false }));
  const hesitations = [{ reason: "__proto__", eventIds: [], strength: 1 }];
  const tally = tallySessions([aSession({ searches, hesitations, checkoutSteps: ["valueOf"] })], { weekday: 0, wallClock });
  expect(Object.keys(tally.searches.rows)).toEqual(["constructor", "tostring"]);
  expect(addTallies([tally, tally]).searches.rows["constructor"]).toMatchObject({ count: 2 });
  expect(({} as Record<string, unknown>)["count"]).toBeUndefined();
});
