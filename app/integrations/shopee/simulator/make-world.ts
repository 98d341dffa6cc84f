import { createGrants } from "./grants.ts";
import { makeComments } from "./make-comments.ts";
import { makeItems, type ShopPlan } from "./make-items.ts";
import { makeOrders } from "./make-orders.ts";
import { createPushBox } from "./pushes.ts";
import type { SimShop, World } from "./world.ts";

export const demoShopId = 2_000_002;

const plans: readonly ShopPlan[] = [
  { shopId: demoShopId, name: "Loja Demo Shopee", firstGood: 60, listings: 300, orders: 700 },
  { shopId: 2_000_003, name: "Loja Outra", firstGood: 5_020, listings: 40, orders: 60 },
  { shopId: 2_000_004, name: "Loja Vazia", firstGood: 9_000, listings: 0, orders: 0 },
  { shopId: 2_000_005, name: "Loja Vizinha", firstGood: 8_020, listings: 40, orders: 60 },
  { shopId: 2_000_006, name: "Loja do Lar", firstGood: 8_120, listings: 40, orders: 60 },
  { shopId: 2_000_007, name: "Loja da Esquina", firstGood: 8_300, listings: 40, orders: 60 },
  { shopId: 2_000_008, name: "Loja da Praça", firstGood: 8_360, listings: 40, orders: 60 },
];

/** Everything is worked out from the seed and from the moment of first use, which is where its history ends. */
export function makeWorld(seed: number, nowMs: number): World {
  return {
    seed,
    startMs: nowMs,
    shops: new Map(plans.map((plan) => [plan.shopId, makeShop(plan, seed, nowMs)])),
    grants: createGrants(),
    pushes: createPushBox(),
    switches: { sourceIpUndeclared: false, partnerKeyExpired: false, apiSuspended: false, rateLimitedCalls: 0, dailyLimitUntilMs: 0 },
    changes: [],
    requests: 0,
  };
}

/** The same shop with as much in it as is asked for; what was granted and switched stays. */
export function scaleShop(world: World, size: { shopId: number; listings?: number; orders?: number }, nowMs: number): SimShop {
  const plan = plans.find(({ shopId }) => shopId === size.shopId);
  if (plan === undefined) throw new RangeError(`There is no shop ${size.shopId}`);
  const shop = makeShop({ ...plan, listings: size.listings ?? plan.listings, orders: size.orders ?? plan.orders }, world.seed, nowMs);
  world.shops.set(shop.shopId, shop);
  return shop;
}

function makeShop(plan: ShopPlan, seed: number, nowMs: number): SimShop {
  const nowS = Math.floor(nowMs / 1_000);
  const items = makeItems(plan, seed, nowS);
  const shop: SimShop = {
    shopId: plan.shopId,
    name: plan.name,
    items,
    itemById: new Map(items.map((item) => [item.itemId, item])),
    orders: [],
    orderBySn: new Map(),
    comments: [],
    ratings: new Map(),
    penaltyPoints: [],
    hasOwnCarrier: false,
  };
  makeOrders(shop, plan.orders, seed, nowS);
  makeComments(shop, seed, nowS);
  return shop;
}
