import { createSeededRandom } from "#db/seed/random.ts";
import { createBusyShop } from "#db/testing/busy-shop.ts";
import { mirrorDifferences, type RawRow } from "#db/testing/mirror-differences.ts";
import { requestBytes } from "./load.ts";
import { untilHandled } from "./notice-counts.ts";
import type { Result } from "./result.ts";
import { untilSynced } from "./run-sync.ts";
import { type SellingWorld, startSellingWorld } from "./selling-world.ts";
import { round } from "./statistics.ts";
import { askSteadily } from "./steady-load.ts";
import { readerOf } from "./vendor-reader.ts";

const vendor = "mercado-livre";
const distinct = 1_000;
const failingShare = 0.05;
const perSecond = 200;

/**
 * A lively day of a shop is told in any order, each notice twice, by a vendor of whose answers one in twenty fails. Then the
 * mirror has to be what the vendor says, row by row, and nothing may have happened twice.
 */
export async function runNotices(buildDir: string, tempDir: string): Promise<Result[]> {
  await using world = await startSellingWorld(buildDir, tempDir);
  await world.connect(vendor);
  await untilSynced(world, vendor);
  const { bodies, orderRefs } = await aLivelyDay(world);
  const random = createSeededRandom(11);
  const deliveries = [...bodies, ...bodies].map((body) => ({ body, place: random.next() })).toSorted((a, b) => a.place - b.place);
  const audited = await countOf(world, "audit_log");
  await world.vendors.control("POST faults", { vendor, match: "GET /", kind: "status", status: 500, share: failingShare });
  const startedAt = performance.now();
  const requests = deliveries.map(({ body }) => requestBytes(world.appUrl, `/hooks/${vendor}`, {}, body, "POST"));
  await askSteadily({ url: world.appUrl.href, perSecond, requests, status: 200 });
  await untilHandled(world, vendor);
  const seconds = (performance.now() - startedAt) / 1_000;
  await world.vendors.control("DELETE faults", { vendor });
  const apart = await differences(world, orderRefs);
  if ((await countOf(world, "audit_log")) !== audited) apart.push("audit_log: what a vendor changed was written as somebody's act");
  for (const line of apart.slice(0, 5)) process.stderr.write(`  ${line}\n`);
  return [
    { name: "notices/until-handled", value: round(seconds, 1), unit: `s for ${deliveries.length}` },
    { name: "notices", value: apart.length, unit: "differences" },
  ];
}

/** What the vendor tells of a thousand things, kept back. */
async function aLivelyDay({ vendors, query }: SellingWorld): Promise<{ bodies: string[]; orderRefs: string[] }> {
  const listings = await query<{ ref: string }>("select distinct listing_ref as ref from listings order by listing_ref");
  const kept: Promise<string>[] = [];
  vendors.carry = (webhook) => {
    kept.push(webhook.text());
    return Promise.resolve(new Response(null, { status: 200 }));
  };
  const { next } = createSeededRandom(5);
  const shop = createBusyShop(
    next,
    listings.map(({ ref }) => ref),
    async (action, input) => (await vendors.control("POST act", { vendor, action, ...input })) as Record<string, unknown>,
  );
  while (kept.length < distinct) await shop.happen();
  const bodies = (await Promise.all(kept)).slice(0, distinct);
  return { bodies, orderRefs: shop.orderRefs };
}

async function countOf({ query }: SellingWorld, table: string): Promise<number> {
  const [row] = await query<{ rows: number }>(`select count(*) as rows from ${table}`);
  return row?.rows ?? 0;
}

async function differences({ query, vendors }: SellingWorld, placed: readonly string[]): Promise<string[]> {
  const [channel] = await query<{ id: string; account_ref: string; site: string }>("select * from channels where vendor = ?", vendor);
  if (channel === undefined) throw new Error("there is no channel");
  const all = (table: string) => query<RawRow>(`select * from ${table}`);
  const [listings, orders, orderItems, orderEvents] = [
    await all("listings"),
    await all("orders"),
    await all("order_items"),
    await all("order_events"),
  ];
  const client = await readerOf(vendors, channel.account_ref);
  const refsOf = (rows: RawRow[], column: string) => rows.map((row) => String(row[column]));
  const there = {
    listings: (await client.listings([...new Set(refsOf(listings, "listing_ref"))], "core")).found,
    orders: (await client.orders([...new Set([...refsOf(orders, "order_ref"), ...placed])])).found,
  };
  return mirrorDifferences(there, { listings, orders, orderItems, orderEvents }, { channelId: channel.id, vendor, site: channel.site });
}
