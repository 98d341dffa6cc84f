import { and, countDistinct, eq, ne } from "drizzle-orm";
import { z } from "zod";
import type { VendorId } from "#app/domain/channels/ports.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { HttpPolicy } from "#app/platform/http/http-types.ts";
import { listings } from "#db/schema/catalog.ts";
import { orders } from "#db/schema/orders.ts";
import { connectShop } from "./connect-shop.ts";
import type { StandIn } from "./marketplaces.ts";
import { createStage, type Stage } from "./stage.ts";
import { aWorkspace } from "./world.ts";

const accounts = { "mercado-livre": ["200600", 200_600], shopee: ["shop:2000003", 2_000_003] } as const;
/** One try a call, so that waiting is the run's own and takes no time here. */
const oneTry = { attempts: 1 };
/** For answers that never come; elsewhere a slow machine would be taken for a failing vendor. */
export const impatient = { ...oneTry, attemptTimeoutMs: 300 };

type Wishes = { account?: string; http?: Partial<HttpPolicy> };

export async function connected(vendor: VendorId, { account = accounts[vendor][0], http = oneTry }: Wishes = {}) {
  const home = await aWorkspace();
  const stage = createStage({ http });
  const ctx = stage.as(home, { role: "owner" });
  const input = await connectShop(stage, ctx, vendor, account);
  return { home, stage, ctx, input, system: stage.as(home, { system: "sync" }) };
}

const heldSchema = z.object({
  sellers: z.array(z.object({ seller: z.number(), listings: z.number(), orders: z.number(), cancelledOrders: z.number() })).optional(),
  shops: z.record(z.string(), z.object({ items: z.number(), orders: z.number() })).optional(),
});

/** What the vendor would show of a shop: one of them hides orders that were cancelled. */
export function there(stage: Stage, vendor: VendorId, account: number = accounts[vendor][1]) {
  const { sellers = [], shops = {} } = heldSchema.parse(stage.marketplaces.state(vendor));
  const seller = sellers.find((one) => one.seller === account);
  const shop = shops[account];
  return seller === undefined
    ? { listings: shop?.items, orders: shop?.orders }
    : { listings: seller.listings, orders: seller.orders - seller.cancelledOrders };
}

export async function here(ctx: ServiceContext, channelId: string) {
  const [row] = await ctx.db.read((orm, scope) =>
    orm
      .select({ refs: countDistinct(listings.listingRef) })
      .from(listings)
      .where(and(scope(listings), eq(listings.channelId, channelId), ne(listings.statusReasons, ["gone"]))),
  );
  return { listings: row?.refs, orders: await ctx.db.count(orders, eq(orders.channelId, channelId)) };
}

/** Where each kind of list is asked for. */
export const calls = {
  "mercado-livre": { listings: "/items/search", details: "/items/bulk", orders: "/orders/search", questions: "/questions/search" },
  shopee: {
    listings: "/product/get_item_list",
    details: "/product/get_item_base_info",
    orders: "/order/get_order_list",
    questions: "/order/get_order_detail",
  },
} as const;

export const is429 = (retryAfter?: string) => () =>
  Response.json(
    { error: "error_rate_limit", message: "local_rate_limited", status: 429 },
    { status: 429, headers: retryAfter === undefined ? {} : { "retry-after": retryAfter } },
  );
export const is500 = () => Response.json({ error: "error_server", message: "internal", status: 500 }, { status: 500 });
export const hangs: StandIn = ({ signal }) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("the connection broke")), { once: true }));
export const truncated: StandIn = async (_, answer) => new Response((await (await answer()).text()).slice(0, 60), { headers: json });
const json = { "content-type": "application/json" };

/** The vendor's answer with a part of it put in another shape. */
export function changed(change: (text: string) => string): StandIn {
  return async (_, answer) => new Response(change(await (await answer()).text()), { headers: json });
}

export function emptyList(vendor: VendorId): StandIn {
  return vendor === "shopee"
    ? changed((text) => text.replace(/"item":\[.*?\]/, '"item":[]'))
    : changed((text) => text.replace(/"results":\[.*?\]/, '"results":[]'));
}

export function meet(stage: Stage, { meets, answers }: { meets: readonly string[]; answers: StandIn }): void {
  for (const path of meets) {
    stage.marketplaces.next.push((request, answer) => (request.url.includes(path) ? answers(request, answer) : undefined));
  }
}

/** A list in so many pages that it takes several stretches, or loses its place between two of them. */
export function growTo(stage: Stage, vendor: VendorId, size: number): void {
  const account = vendor === "shopee" ? { shopId: accounts.shopee[1] } : { seller: accounts["mercado-livre"][1] };
  stage.marketplaces.scale(vendor, { ...account, listings: size });
}
