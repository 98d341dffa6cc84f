import type { SimSeller, World } from "./model.ts";
import { measure } from "./reputation.ts";
import { openQuestions } from "./talk-routes.ts";

const dayMs = 86_400_000;

/** Bounded however big the shops are; orders and listings themselves are read through the API. */
export function summarize(world: World, nowMs: number): Record<string, unknown> {
  return {
    startedAt: new Date(world.startMs).toISOString(),
    counts: {
      listings: world.items.size,
      orders: world.orders.size,
      shipments: world.shipments.size,
      questions: world.questions.size,
      claims: world.claims.size,
    },
    sellers: [...world.sellers.values()].filter((seller) => !seller.isOperator).map((seller) => sellerTotals(world, seller, nowMs)),
    switches: world.switches,
    grants: [...world.grants.values()].map(({ userId, generation, isRevoked, callbackUrl }) => ({
      userId,
      generation,
      isRevoked,
      callbackUrl,
    })),
    notices: {
      sent: world.counters.notice,
      waiting: world.waitingNotices.length,
      missed: world.missedNotices.length,
      disabledTopics: [...world.disabledTopics],
    },
    changes: world.changes.map(({ atMs, what, ref }) => ({ at: new Date(atMs).toISOString(), what, ref })),
  };
}

/** Totals an outside check can add up to. GMV is what orders that were not cancelled amount to, without shipping. */
function sellerTotals(world: World, seller: SimSeller, nowMs: number): Record<string, unknown> {
  const items = (world.itemIdsOf.get(seller.id) ?? []).flatMap((id) => world.items.get(id) ?? []);
  const orders = (world.orderIdsOf.get(seller.id) ?? []).flatMap((id) => world.orders.get(id) ?? []);
  const sales = orders.filter((order) => order.status !== "cancelled");
  const gmv = (from: number) =>
    sales.filter((order) => order.createdMs > nowMs - from * dayMs).reduce((sum, order) => sum + order.unitCents * order.quantity, 0);
  const countBy = (values: string[]) =>
    Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, list]) => [value, list.length]));
  return {
    seller: seller.id,
    name: seller.nickname,
    listings: items.length,
    models: items.reduce((sum, item) => sum + Math.max(1, item.variations.length), 0),
    listingsByStatus: countBy(items.map((item) => item.status)),
    orders: orders.length,
    ordersByStatus: countBy(orders.map((order) => order.status)),
    cancelledOrders: orders.length - sales.length,
    gmvCents: gmv(10_000),
    gmvCents30d: gmv(30),
    feeCents: sales.reduce((sum, order) => sum + order.feeCents * order.quantity, 0),
    questions: (world.questionIdsOf.get(seller.id) ?? []).length,
    openQuestions: openQuestions(world, seller.id),
    reputation: measure(world, seller, nowMs),
  };
}
