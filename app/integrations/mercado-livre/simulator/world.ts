import { makeClaims } from "./claims.ts";
import { addItem, makeItem, makeItems } from "./items-made.ts";
import type { World } from "./model.ts";
import { makeOrders } from "./orders-made.ts";
import { createSellers, demoSellerId } from "./sellers.ts";
import { defaultSwitches } from "./switches.ts";
import { makeQuestions } from "./talk-made.ts";

/** Goods of grown shops are numbered from here on, away from those that several vendors share. */
const firstScaledGood = 100_000;

export function createWorld(seed: number, startMs: number, callbackUrl: string | null): World {
  const world = emptyWorld(seed, startMs, callbackUrl);
  for (const seller of createSellers()) {
    world.sellers.set(seller.id, seller);
    makeItems(world, seller);
    makeOrders(world, seller, seller.orderCount);
    makeClaims(world, seller);
    makeQuestions(world, seller, Math.round(seller.orderCount / 9));
  }
  return world;
}

function emptyWorld(seed: number, startMs: number, callbackUrl: string | null): World {
  return {
    seed,
    startMs,
    callbackUrl,
    switches: { ...defaultSwitches },
    sellers: new Map(),
    items: new Map(),
    itemIdsOf: new Map(),
    depots: new Map(),
    orders: new Map(),
    orderIdsOf: new Map(),
    packs: new Map(),
    shipments: new Map(),
    questions: new Map(),
    questionIdsOf: new Map(),
    reviews: new Map(),
    claims: new Map(),
    claimIdsOf: new Map(),
    grants: new Map(),
    codes: new Map(),
    scrolls: new Map(),
    waitingNotices: [],
    missedNotices: [],
    disabledTopics: new Set(),
    failuresInARow: new Map(),
    changes: [],
    counters: {
      order: 0,
      pack: 0,
      shipment: 0,
      payment: 0,
      question: 0,
      claim: 0,
      notice: 0,
      scroll: 0,
      review: 0,
      badRequests: 0,
      calls: 0,
    },
  };
}

/** Adds listings and orders until the shop has as many as asked for. */
export function growShop(
  world: World,
  wanted: { seller?: number | undefined; listings?: number | undefined; orders?: number | undefined },
): Record<string, number> {
  const seller = world.sellers.get(wanted.seller ?? demoSellerId);
  if (seller === undefined) throw new RangeError("There is no such seller");
  const listings = world.itemIdsOf.get(seller.id)?.length ?? 0;
  for (let index = listings; index < (wanted.listings ?? 0); index += 1) addItem(world, makeItem(world, seller, [firstScaledGood + index]));
  const orders = world.orderIdsOf.get(seller.id)?.length ?? 0;
  makeOrders(world, seller, Math.max(0, (wanted.orders ?? 0) - orders));
  return { seller: seller.id, listings: world.itemIdsOf.get(seller.id)?.length ?? 0, orders: world.orderIdsOf.get(seller.id)?.length ?? 0 };
}
