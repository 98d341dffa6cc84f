import { env } from "cloudflare:workers";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { orderItems, orders } from "#db/schema/orders.ts";
import { testIds } from "#db/testing/basics.ts";
import { anOrder, anOrderItem } from "#db/testing/shop-rows.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { merge, removeWhere, updateWhere, type Write } from "#db/writes.ts";
import { blockDays } from "./cut-blocks.ts";
import { fillSums } from "./testing/fill-sums.ts";
import { type Money, takenOf } from "./testing/taken-of.ts";

const dayMs = 86_400_000;
const untilMs = Date.UTC(2026, 10, 28, 15, 20);
const places = [0, 1, 2, 3, 4, 5];
const channelId = "chn_a";

type Line = {
  order: number;
  placedAt: number;
  isCancelled: boolean;
  listingRef: string;
  modelRef: string;
  quantity: number;
  unitPriceCents: number;
};

const cents = fc.integer({ min: 0, max: 90_000 });
const maybeCents = fc.option(cents);
const anyLine: fc.Arbitrary<Line> = fc.record({
  order: fc.constantFrom(0, 1),
  // Few moments, so that lines of an order often share theirs, as they do.
  placedAt: fc.constantFrom(untilMs, untilMs - dayMs, untilMs - 20 * dayMs),
  isCancelled: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
  listingRef: fc.constantFrom("K1", "P1"),
  modelRef: fc.constantFrom("", "m"),
  quantity: fc.integer({ min: 1, max: 9 }),
  unitPriceCents: cents,
});
const anyMoney: fc.Arbitrary<Money> = fc.record({
  totalCents: cents,
  feeCents: maybeCents,
  predictedFeeCents: maybeCents,
  shippingCostCents: maybeCents,
});

function oneOf<T extends object>(fields: readonly (keyof T)[], any: fc.Arbitrary<T>) {
  return fc.tuple(fc.constantFrom(...fields), any).map(([field, all]) => ({ [field]: all[field] }) as Partial<T>);
}

const lineFields = ["order", "placedAt", "isCancelled", "listingRef", "modelRef", "quantity", "unitPriceCents"] as const;
const moneyFields = ["totalCents", "feeCents", "predictedFeeCents", "shippingCostCents"] as const;
const which = fc.constantFrom(...places);
const order = fc.constantFrom<number>(0, 1);
const kind = <T extends string>(name: T) => fc.constant(name);
const storeLine = fc.record({ kind: kind("store-line"), which, line: anyLine });
const storeOrder = fc.record({ kind: kind("store-order"), order, money: anyMoney });
const step = fc.oneof(
  storeLine,
  storeOrder,
  { weight: 4, arbitrary: fc.record({ kind: kind("change-line"), which, change: oneOf(lineFields, anyLine) }) },
  { weight: 2, arbitrary: fc.record({ kind: kind("change-order"), order, change: oneOf(moneyFields, anyMoney) }) },
  fc.record({ kind: kind("remove-line"), which }),
  fc.record({ kind: kind("remove-order"), order }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
type Ids = { lines: string[]; orders: string[] };

function rowOf({ order: at, ...line }: Partial<Line>, ids: Ids) {
  return { ...line, ...(at === undefined ? {} : { orderId: ids.orders[at] ?? "" }) };
}

function writeOf(one: Step, ids: Ids): Write {
  const isLine = () => eq(orderItems.id, ("which" in one && ids.lines[one.which]) || "");
  const isOrder = () => eq(orders.id, ("order" in one && ids.orders[one.order]) || "");
  switch (one.kind) {
    case "store-line": {
      const row = anOrderItem({ orderId: "", channelId, ...rowOf(one.line, ids), id: ids.lines[one.which] ?? "" });
      return merge(orderItems, { key: ["id"], newest: "placedAt" }, [row]);
    }
    case "store-order": {
      const id = ids.orders[one.order] ?? "";
      return merge(orders, { key: ["channelId", "orderRef"], newest: "remoteUpdatedAt" }, [anOrder({ id, channelId, ...one.money })]);
    }
    case "change-line":
      return updateWhere(orderItems, isLine(), rowOf(one.change, ids));
    case "change-order":
      return updateWhere(orders, isOrder(), one.change);
    case "remove-line":
      return removeWhere(orderItems, isLine());
    case "remove-order":
      return removeWhere(orders, isOrder());
    default:
      return one satisfies never;
  }
}

/** What the same steps leave, without a database. */
function leftBy(steps: readonly Step[]): { lines: Line[]; money: Map<number, Money> } {
  const lines = new Map<number, Line>();
  const money = new Map<number, Money>();
  const change = <T extends object>(all: Map<number, T>, at: number, to: Partial<T>) => {
    const known = all.get(at);
    if (known !== undefined) all.set(at, { ...known, ...to });
  };
  for (const one of steps) {
    if (one.kind === "remove-line") lines.delete(one.which);
    else if (one.kind === "remove-order") money.delete(one.order);
    else if (one.kind === "change-line") change(lines, one.which, one.change);
    else if (one.kind === "change-order") change(money, one.order, one.change);
    else if (one.kind === "store-order") money.set(one.order, one.money);
    else if (one.line.placedAt >= (lines.get(one.which)?.placedAt ?? 0)) lines.set(one.which, one.line);
  }
  return { lines: [...lines.values()].filter(({ isCancelled }) => !isCancelled), money };
}

type Sums = Record<string, [orders: number, takenMicros: number]>;

function addedUp({ lines, money }: ReturnType<typeof leftBy>): Sums {
  const keyed = lines.flatMap((line) =>
    blockDays.map((days) => {
      const begins = Math.floor(line.placedAt / (days * dayMs)) * days * dayMs;
      return { key: [days, begins, line.listingRef, line.modelRef].join("/"), line };
    }),
  );
  return Object.fromEntries(
    [...Map.groupBy(keyed, ({ key }) => key)].map(([key, own]): [string, [number, number]] => [
      key,
      [
        new Set(own.map(({ line }) => `${line.order}/${line.placedAt}`)).size,
        own.reduce((sum, { line }) => sum + takenOf(line, money.get(line.order)), 0),
      ],
    ]),
  );
}

async function keptSums(workspaceId: string): Promise<Sums> {
  const { results } = await env.DB.prepare("select * from sold_goods where workspace_id = ?").bind(workspaceId).all();
  return Object.fromEntries(
    results.map((row): [string, [number, number]] => [
      [row["days"], row["from_at"], row["listing_ref"], row["model_ref"]].join("/"),
      [Number(row["orders"]), Number(row["taken_micros"])],
    ]),
  );
}

/** What lies in orders with other things, and nothing that is not there. */
async function expectTogether(workspaceId: string, ids: Ids, lines: readonly Line[]): Promise<void> {
  const { results } = await env.DB.prepare("select * from sold_together where workspace_id = ?").bind(workspaceId).all();
  const kept = new Set(results.map((row) => [row["order_id"], row["placed_at"], row["listing_ref"], row["model_ref"]].join("/")));
  const keyOf = (line: Line) => [ids.orders[line.order], line.placedAt, line.listingRef, line.modelRef].join("/");
  const offerOf = (line: Line) => `${line.listingRef}/${line.modelRef}`;
  const shared = lines.filter((line) => lines.some((other) => other.order === line.order && offerOf(other) !== offerOf(line)));
  expect(shared.map(keyOf).filter((key) => !kept.has(key))).toEqual([]);
  expect([...kept].filter((key) => !lines.some((line) => keyOf(line) === key))).toEqual([]);
}

test("after whatever is written to orders and their lines, the kept orders and what was taken from them are those of the lines", async () => {
  const first = fc.tuple(...places.map((at) => storeLine.map((one) => ({ ...one, which: at }))));
  const known = fc.tuple(...[0, 1].map((at) => storeOrder.map((one) => ({ ...one, order: at }))));
  await fc.assert(
    fc.asyncProperty(known, first, fc.array(step, { maxLength: 30 }), async (early, stored, then) => {
      const steps: Step[] = [...early, ...stored, ...then];
      const home = await aWorkspace();
      await writeRows(home.id, removeWhere(orderItems, sql`1`), removeWhere(orders, sql`1`));
      const ids = { lines: places.map(() => testIds.next("lin")), orders: [testIds.next("ord"), testIds.next("ord")] };
      await writeRows(home.id, ...steps.map((one) => writeOf(one, ids)));
      const left = leftBy(steps);
      expect(await keptSums(home.id)).toEqual(addedUp(left));
      await expectTogether(home.id, ids, left.lines);
      await fillSums();
      expect(await keptSums(home.id)).toEqual(addedUp(left));
      await expectTogether(home.id, ids, left.lines);
    }),
    { numRuns: 25 },
  );
}, 60_000);
