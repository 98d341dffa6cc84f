import { lostPushes } from "./pushes.ts";
import { linesCents, type SimShop, type World } from "./world.ts";

/** Counts and sums only, so that it stays small however much the vendor holds. */
export function summarise(world: World, nowMs: number): Record<string, unknown> {
  const { pushes, switches, grants } = world;
  return {
    shops: Object.fromEntries([...world.shops.values()].map((shop) => [shop.shopId, summariseShop(shop)])),
    grants: [...grants.byShop.values()].map(({ shopId, endsAtMs, callbackUrl, isRevoked }) => ({
      shopId,
      endsAt: new Date(endsAtMs).toISOString(),
      callbackUrl,
      isRevoked,
    })),
    push: { state: pushes.state, sent: pushes.sent, lost: lostPushes(pushes, nowMs).length },
    switches: {
      ...switches,
      dailyLimitUntil: switches.dailyLimitUntilMs > nowMs ? new Date(switches.dailyLimitUntilMs).toISOString() : null,
    },
    changes: world.changes,
    startedAt: new Date(world.startMs).toISOString(),
  };
}

/** `gmvCents` counts the items of every order that is neither unpaid nor cancelled; all orders are in `ordersByStatus`. */
function summariseShop(shop: SimShop): Record<string, unknown> {
  const ordersByStatus: Record<string, { orders: number; itemsCents: number }> = {};
  for (const order of shop.orders) {
    const { orders, itemsCents } = ordersByStatus[order.status] ?? { orders: 0, itemsCents: 0 };
    ordersByStatus[order.status] = { orders: orders + 1, itemsCents: itemsCents + linesCents(order) };
  }
  const counted = Object.entries(ordersByStatus).filter(([status]) => status !== "UNPAID" && status !== "CANCELLED");
  const itemsByStatus: Record<string, number> = {};
  for (const { status } of shop.items) itemsByStatus[status] = (itemsByStatus[status] ?? 0) + 1;
  return {
    name: shop.name,
    items: shop.items.length,
    listings: shop.items.reduce((sum, { models }) => sum + models.length, 0),
    itemsByStatus,
    stock: shop.items.reduce((sum, { models }) => sum + models.reduce((units, { stock }) => units + stock, 0), 0),
    orders: shop.orders.length,
    ordersByStatus,
    soldOrders: counted.reduce((sum, [, { orders }]) => sum + orders, 0),
    gmvCents: counted.reduce((sum, [, { itemsCents }]) => sum + itemsCents, 0),
    returned: shop.orders.filter(({ returned }) => returned !== null).length,
    comments: shop.comments.length,
    penaltyPoints: shop.penaltyPoints.reduce((sum, { points }) => sum + points, 0),
  };
}
