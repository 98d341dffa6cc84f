import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { demoWorkspaceId, otherWorkspaceId } from "#db/seed/people.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { channels } from "#db/schema/channels.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { statementsFor } from "#db/statements.server.ts";
import { aChannel, aListing, anOrder, anOrderItem, aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { insert, type Write } from "#db/writes.ts";
import { type LocalData, withLocalData } from "#scripts/dev/local-data.ts";
import { seedOnce } from "./bench-world.ts";

const ordersAtOnce = 10_000;
const linesAnOrder = 2;
const days = 400;
const dayMs = 86_400_000;

/** What a copy of a row has of its own, as SQL over its number `n` and its second `m`. */
type Own = Readonly<Record<string, string>>;

type ShopSize = { lines: number; products: number };
const large: ShopSize = { lines: 1_000_000, products: 1_500 };
const small: ShopSize = { lines: 2_000, products: 200 };

const filled = new Map<string, Promise<string>>();

/**
 * Where the data lies of a shop that sold a million lines in the last thirteen months, and of a small one beside it; filled once
 * for all cases that ask for it.
 */
export function manyOrderLines(tempDir: string): Promise<string> {
  const known = filled.get(tempDir);
  if (known !== undefined) return known;
  const filling = fill(mkdtempSync(join(tempDir, "order-lines-")));
  filled.set(tempDir, filling);
  return filling;
}

/** Made inside the database: a million rows that travelled there would take longer than all that is measured. */
async function fill(stateDir: string): Promise<string> {
  await seedOnce(stateDir);
  await withLocalData(stateDir, async ({ DB }) => {
    await fillShop(DB, demoWorkspaceId, large);
    await fillShop(DB, otherWorkspaceId, small);
    await DB.exec("analyze");
  });
  return stateDir;
}

async function fillShop(db: LocalData["DB"], workspaceId: string, { lines, products: goods }: ShopSize): Promise<void> {
  const orderCount = lines / linesAnOrder;
  const write = async (...writes: Write[]) => {
    for (const one of writes) await db.batch(statementsFor(db, one, workspaceId));
  };
  const [one, two] = [aChannel({ name: "Loja um" }), aChannel({ vendor: "shopee", name: "Loja dois" })];
  const made = Array.from({ length: goods }, (_, index) => aProduct({ title: `Produto ${index}`, brand: `Marca ${index % 12}` }));
  const skus = made.map(({ id }) => aVariant({ productId: id, costCents: 700 }));
  const offers = skus.map(({ id }, index) =>
    aListing({ channelId: index % 3 === 0 ? two.id : one.id, listingRef: `B${index}`, variantId: id, linkState: "linked" }),
  );
  await write(insert(channels, one, two), insert(products, ...made), insert(variants, ...skus), insert(listings, ...offers));
  const order = anOrder({ channelId: one.id, units: 3, totalCents: 9_000, state: "delivered", currency: "BRL" });
  const line = anOrderItem({ orderId: order.id, channelId: one.id, listingRef: "B0", modelRef: "", currency: "BRL" });
  await write(insert(orders, order), insert(orderItems, line));
  const channelOf = `case when n % 3 = 0 then '${two.id}' else '${one.id}' end`;
  const placedAt = `${Date.now()} - (n % ${days}) * ${dayMs} - (n * 7919) % ${dayMs}`;
  const id = (prefix: string) => `'${prefix}_${workspaceId}_' || printf('%08d', n)`;
  const copyOrder = await copier(db, "orders", order.id, {
    id: id("ord_bench"),
    order_ref: id("B"),
    pack_ref: id("B"),
    channel_id: channelOf,
    placed_at: placedAt,
    state: "case n % 20 when 0 then 'cancelled' when 1 then 'shipped' when 2 then 'ready' else 'delivered' end",
    cancelled_by: "case when n % 20 = 0 then 'buyer' end",
    total_cents: "1000 + (n * 31) % 49999",
    units: "1 + n % 4",
    buyer_ref: "'buyer_' || (n % 90000)",
    fee_cents: "100 + n % 900",
    shipping_cost_cents: "900",
    paid_at: placedAt,
    ship_by: `${placedAt} + ${dayMs}`,
    shipped_at: `case when n % 20 in (0, 2) then null else ${placedAt} + (n * 31) % ${dayMs} * 11 / 10 end`,
  });
  const copyLine = await copier(db, "order_items", line.id ?? "", {
    id: `${id("ord_bench")} || '_' || m`,
    order_id: id("ord_bench"),
    channel_id: channelOf,
    // Every third product is on offer at the second shop. Spread so that a day sells a little of everything.
    listing_ref: `'B' || (3 * ((n * 2 + m) * 2654435761 % 4294967296 / 65536 % ${Math.floor(goods / 3)}) + iif(n % 3 = 0, 0, 1 + (n + m) % 2))`,
    placed_at: placedAt,
    is_cancelled: "n % 20 = 0",
    quantity: "1 + n % 2",
    unit_price_cents: "500 + (n * 31) % 24999",
  });
  for (let start = 1; start <= orderCount; start += ordersAtOnce) {
    const end = Math.min(orderCount, start + ordersAtOnce - 1);
    await db.batch([db.prepare(copyOrder).bind(start, end, 1), db.prepare(copyLine).bind(start, end, linesAnOrder)]);
  }
}

/** Copies a row by its columns, as many times as there are numbers from the first value to the second, and so often each. */
async function copier(db: LocalData["DB"], table: string, rowId: string, own: Own): Promise<string> {
  const { results } = await db.prepare(`pragma table_info(${table})`).all<{ name: string }>();
  const names = results.map(({ name }) => name);
  const values = names.map((name) => own[name] ?? `source.${name}`);
  return `insert into ${table} (${names.join(", ")})
    with recursive own (n) as (select ?1 union all select n + 1 from own where n < ?2),
      times (m) as (select 1 union all select m + 1 from times where m < ?3)
    select ${values.join(", ")} from own, times, ${table} as source where source.id = '${rowId}'`;
}
