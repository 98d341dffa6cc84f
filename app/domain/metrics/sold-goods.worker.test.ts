import { env } from "cloudflare:workers";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { zonedDay } from "#app/platform/zoned-days.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { testIds } from "#db/testing/basics.ts";
import { testMigrations } from "#db/testing/database.ts";
import { aListing, anOrderItem, aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { watchReads } from "#db/testing/watch-reads.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, merge, removeWhere, updateWhere, type Write } from "#db/writes.ts";
import { blockDays } from "./cut-blocks.ts";
import { queryMetrics } from "./query-metrics.server.ts";
import { fillSums } from "./testing/fill-sums.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Clocks of both halves of the world change within the year before it. */
const untilMs = Date.UTC(2026, 10, 28, 15, 20);

type Line = {
  placedAt: number;
  isCancelled: boolean;
  channelId: string;
  listingRef: string;
  modelRef: string;
  currency: string;
  quantity: number;
  unitPriceCents: number;
};
type Sums = Record<string, [lines: number, units: number, cents: number]>;

async function keptSums(workspaceId: string): Promise<Sums> {
  const { results } = await env.DB.prepare("select * from sold_goods where workspace_id = ?").bind(workspaceId).all();
  return Object.fromEntries(
    results.map((row): [string, [number, number, number]] => [
      [row["days"], row["from_at"], row["channel_id"], row["listing_ref"], row["model_ref"], row["currency"]].join("/"),
      [Number(row["lines"]), Number(row["units"]), Number(row["cents"])],
    ]),
  );
}

/** The same, added up line by line. */
function addedUp(lines: readonly Line[]): Sums {
  const sums: Sums = {};
  for (const line of lines.filter(({ isCancelled }) => !isCancelled)) {
    for (const days of blockDays) {
      const begins = Math.floor(line.placedAt / (days * dayMs)) * days * dayMs;
      const key = [days, begins, line.channelId, line.listingRef, line.modelRef, line.currency].join("/");
      const [count, units, cents] = sums[key] ?? [0, 0, 0];
      sums[key] = [count + 1, units + line.quantity, cents + line.quantity * line.unitPriceCents];
    }
  }
  return sums;
}

const anyLine: fc.Arbitrary<Line> = fc.record({
  placedAt: fc.integer({ min: untilMs - 20 * dayMs, max: untilMs }),
  isCancelled: fc.integer({ min: 0, max: 2 }).map((one) => one === 0),
  channelId: fc.constantFrom("chn_a", "chn_b"),
  listingRef: fc.constantFrom("K1", "P1"),
  modelRef: fc.constantFrom("", "m"),
  currency: fc.constantFrom("BRL", "ARS"),
  quantity: fc.integer({ min: 1, max: 9 }),
  unitPriceCents: fc.integer({ min: 0, max: 90_000 }),
});
const fields = ["placedAt", "isCancelled", "channelId", "listingRef", "modelRef", "currency", "quantity", "unitPriceCents"] as const;
/** One thing of a line at a time, so that each is seen to count. */
const anyChange = fc.tuple(fc.constantFrom(...fields), anyLine).map(([field, line]): Partial<Line> => ({ [field]: line[field] }));
const places = [0, 1, 2, 3, 4, 5];
const which = fc.constantFrom(...places);
const step = fc.oneof(
  fc.record({ kind: fc.constant("store" as const), which, line: anyLine }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("change" as const), which, change: anyChange }) },
  fc.record({ kind: fc.constant("remove" as const), which }),
);
const stored = (place: number) => fc.record({ kind: fc.constant("store" as const), which: fc.constant(place), line: anyLine });
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

function writeOf(one: Step, id: string): Write {
  if (one.kind === "remove") return removeWhere(orderItems, eq(orderItems.id, id));
  if (one.kind === "change") return updateWhere(orderItems, eq(orderItems.id, id), one.change);
  // As lines are stored: the same one again changes the row that is there, and an older one does not.
  return merge(orderItems, { key: ["id"], newest: "placedAt", fill: ["feeCents"] }, [anOrderItem({ ...one.line, id, orderId: "ord_a" })]);
}

/** What the same steps leave, without a database. */
function leftBy(steps: readonly Step[]): Line[] {
  const lines = new Map<number, Line>();
  for (const one of steps) {
    const known = lines.get(one.which);
    if (one.kind === "remove") lines.delete(one.which);
    else if (one.kind === "store" && (known === undefined || one.line.placedAt >= known.placedAt)) lines.set(one.which, one.line);
    else if (one.kind === "change" && known !== undefined) lines.set(one.which, { ...known, ...one.change });
  }
  return [...lines.values()];
}

test("after whatever is written to lines, in whichever order, the kept sums are those of the lines; and so they are filled in", async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(...places.map(stored)), fc.array(step, { maxLength: 30 }), async (first, then) => {
      const steps = [...first, ...then];
      const home = await aWorkspace();
      await writeRows(home.id, removeWhere(orderItems, sql`1`));
      const ids = Array.from({ length: 6 }, () => testIds.next("lin"));
      await writeRows(home.id, ...steps.map((one) => writeOf(one, ids[one.which] ?? "")));
      const expected = addedUp(leftBy(steps));
      expect(await keptSums(home.id)).toEqual(expected);
      await fillSums();
      expect(await keptSums(home.id)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("a line that was written before lines had a currency takes its order's", async () => {
  const home = await aWorkspace();
  await writeRows(home.id, removeWhere(orderItems, sql`1`));
  const { channelId, orderId } = home.shop;
  await writeRows(home.id, insert(orderItems, anOrderItem({ orderId, channelId, currency: "" })));
  const naming = testMigrations.flatMap(({ queries }) => queries).find((query) => query.includes("UPDATE order_items SET currency")) ?? "";
  await env.DB.prepare(naming).run();
  expect(Object.keys(await keptSums(home.id)).map((key) => key.split("/").at(-1))).toEqual(["BRL", "BRL", "BRL"]);
});

const zones = ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu"] as const;
const refs = ["K1", "K2", "P1", "X1"] as const;

/** Two products of two brands; the pan can be linked to either, and one listing is linked to nothing. */
async function aShop() {
  const home = await aWorkspace();
  await writeRows(home.id, ...[orders, orderItems, listings, products, variants].map((table) => removeWhere(table, sql`1`)));
  const { channelId } = home.shop;
  const [kettle, pan] = [aProduct({ title: "Chaleira", brand: "Casa" }), aProduct({ title: "Panela", brand: "Fogo" })];
  const [kettleSku, panSku] = [aVariant({ productId: kettle.id }), aVariant({ productId: pan.id })];
  const offers = refs.map((listingRef) =>
    aListing({ channelId, listingRef, variantId: listingRef === "X1" ? null : kettleSku.id, categoryRef: `cat-${listingRef}` }),
  );
  await writeRows(home.id, insert(products, kettle, pan), insert(variants, kettleSku, panSku), insert(listings, ...offers));
  const link = (variantId: string) => writeRows(home.id, updateWhere(listings, eq(listings.listingRef, "P1"), { variantId }));
  return { home, channelId, ctx: createStage().as(home, { role: "owner" }), kettle, pan, kettleSku, panSku, link };
}

const anySold = fc.record({
  listingRef: fc.constantFrom(...refs),
  placedAt: fc.integer({ min: untilMs - 400 * dayMs, max: untilMs }),
  quantity: fc.integer({ min: 1, max: 4 }),
  unitPriceCents: fc.integer({ min: 100, max: 9_999 }),
  isCancelled: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
});

test.each(zones)(
  "in %s what goods sold in any days equals an independent sum, also after listings were linked anew",
  async (timeZone) => {
    const shop = await aShop();
    await writeRows(shop.home.id, updateWhere(workspaces, eq(workspaces.id, shop.home.id), { timeZone, currency: "BRL" }));
    const anyDay = fc.integer({ min: 0, max: 400 }).map((ago) => zonedDay(untilMs - ago * dayMs, timeZone));
    const days = fc.tuple(anyDay, anyDay).filter(([one, other]) => one !== other);
    await fc.assert(
      fc.asyncProperty(fc.array(anySold, { minLength: 5, maxLength: 60 }), days, fc.boolean(), async (sold, [one, other], isPan) => {
        await writeRows(
          shop.home.id,
          removeWhere(orderItems, sql`1`),
          insert(orderItems, ...sold.map((line) => anOrderItem({ ...line, orderId: "ord_a", channelId: shop.channelId }))),
        );
        await shop.link(isPan ? shop.panSku.id : shop.kettleSku.id);
        const when = one < other ? { from: one, to: other } : { from: other, to: one };
        const dayOf = ({ placedAt }: (typeof sold)[number]) => zonedDay(placedAt, timeZone);
        const inTime = sold.filter((line) => !line.isCancelled && dayOf(line) >= when.from && dayOf(line) < when.to);
        const productOf = ({ listingRef }: (typeof sold)[number]) =>
          listingRef === "X1" ? `${shop.channelId}/X1` : listingRef === "P1" && isPan ? shop.pan.id : shop.kettle.id;
        const unitsOf = (lines: typeof sold) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
        const centsOf = (lines: typeof sold) => lines.reduce((sum, { quantity, unitPriceCents }) => sum + quantity * unitPriceCents, 0);
        const grouped = (keyOf: (line: (typeof sold)[number]) => string, of: (lines: typeof sold) => number) =>
          Object.fromEntries([...Map.groupBy(inTime, keyOf)].map(([key, lines]) => [key, of(lines)]));
        const told = async (query: Parameters<typeof queryMetrics>[1], key: string) => {
          const { rows } = await queryMetrics(shop.ctx, { ...query, when, limit: 1_000 });
          return Object.fromEntries(rows.map((row): [string, unknown] => [String(row[key]), row["value"]]));
        };
        expect(await told({ metric: "units-sold", by: ["product"] }, "productId")).toEqual(grouped(productOf, unitsOf));
        expect(await told({ metric: "gmv", by: ["category"] }, "categoryId")).toEqual(
          grouped(({ listingRef }) => `cat-${listingRef}`, centsOf),
        );
        const panOnly = [{ dimension: "product" as const, values: [shop.pan.id] }];
        const months = await told({ metric: "gmv", where: panOnly, grain: "month" }, "time");
        for (const [month, value] of Object.entries(months)) {
          const own = inTime.filter((line) => productOf(line) === shop.pan.id && dayOf(line).startsWith(month.slice(0, 7)));
          expect(value, month).toBe(centsOf(own));
        }
      }),
      { numRuns: 8 },
    );
  },
  60_000,
);

test("goods of a long time are read from what is kept of them: of lines no more than those of half a day at each end", async () => {
  const shop = await aShop();
  await writeRows(shop.home.id, updateWhere(workspaces, eq(workspaces.id, shop.home.id), { timeZone: "America/Sao_Paulo" }));
  const perDay = 24;
  const lines = Array.from({ length: 120 * perDay }, (_, index) =>
    anOrderItem({
      orderId: "ord_a",
      channelId: shop.channelId,
      listingRef: refs[index % refs.length] ?? "",
      placedAt: Date.UTC(2026, 10, 20) - (index + 1) * hourMs,
    }),
  );
  await writeRows(shop.home.id, insert(orderItems, ...lines));
  const { database, reads } = watchReads();
  const ctx = createStage({ database }).as(shop.home, { role: "owner" });
  const readBy = async (query: Parameters<typeof queryMetrics>[1]) => {
    reads.length = 0;
    const { totals } = await queryMetrics(ctx, query);
    const own = reads.find(({ sql: text }) => text.includes("sold_goods"));
    return { units: totals[0]?.value, rowsRead: own?.rowsRead ?? 0 };
  };
  const quarter = { from: "2026-08-01", to: "2026-11-01" };
  const quarterUnits = 92 * perDay;
  const byProduct = await readBy({ metric: "units-sold", by: ["product"], when: quarter });
  expect(byProduct.units).toBe(quarterUnits);
  // Three hours at each end, four listings in some twenty blocks, and what they are linked to.
  expect(byProduct.rowsRead).toBeLessThan(250);
  const ofOne = await readBy({ metric: "units-sold", when: quarter, where: [{ dimension: "product", values: [shop.kettle.id] }] });
  expect(ofOne.units).toBe((quarterUnits / refs.length) * 3);
  expect(ofOne.rowsRead).toBeLessThan(250);
});
