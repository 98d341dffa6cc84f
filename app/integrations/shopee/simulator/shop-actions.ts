import { z } from "zod";
import { type Action, badInput, idInput, itemIn, shopIn, shopInput } from "./act-input.ts";
import { commentIdOf } from "./make-comments.ts";
import { ping, push } from "./pushes.ts";
import { ordersByHour } from "../../orders-by-hour.ts";
import { addComment, type ItemStatus, linesCents, note, type SimItem, type SimShop, type World } from "./world.ts";

const codes = { deauthorised: 2, updates: 5, bannedItem: 6, itemPromotion: 7, reservedStock: 8 } as const;
const dayMs = 86_400_000;

const itemInput = { shopId: shopInput, itemId: idInput.optional(), modelId: idInput.optional(), sku: z.string().optional() };
const priceInput = z.strictObject({ ...itemInput, priceCents: z.number().int().min(1).max(99_999_999) });
const stockInput = z.strictObject({
  ...itemInput,
  stock: z.number().int().min(0).max(999_999),
  reserved: z.number().int().min(0).optional(),
});
const plainItemInput = z.strictObject(itemInput);
const promotionInput = z.strictObject({ ...itemInput, priceCents: z.number().int().min(1).nullable() });

function touch(world: World, shop: SimShop, item: SimItem, what: string, nowMs: number): void {
  item.updateS = Math.floor(nowMs / 1_000);
  note(world, nowMs, { shopId: shop.shopId, what, ref: String(item.itemId) });
}

/** Somebody changed it in the seller centre. None of the known pushes tells of a price. */
const changePrice: Action = (world, input, tools) => {
  const wanted = priceInput.parse(input);
  const shop = shopIn(world, wanted.shopId);
  const { item, model } = itemIn(shop, wanted, tools.random);
  model.priceCents = wanted.priceCents;
  touch(world, shop, item, `price ${wanted.priceCents}`, tools.nowMs);
  return { itemId: item.itemId, modelId: model.modelId, priceCents: model.priceCents };
};

const changeStock: Action = (world, input, tools) => {
  const wanted = stockInput.parse(input);
  const shop = shopIn(world, wanted.shopId);
  const { item, model } = itemIn(shop, wanted, tools.random);
  model.stock = wanted.stock;
  model.reserved = Math.min(wanted.reserved ?? model.reserved, wanted.stock);
  touch(world, shop, item, `stock ${wanted.stock}`, tools.nowMs);
  push(world, tools, shop.shopId, codes.reservedStock, { item_id: item.itemId, variation_id: model.modelId, action: "update" });
  return { itemId: item.itemId, modelId: model.modelId, stock: model.stock, reserved: model.reserved };
};

function setStatus(status: ItemStatus, code: number | undefined): Action {
  return (world, input, tools) => {
    const wanted = plainItemInput.parse(input);
    const shop = shopIn(world, wanted.shopId);
    const { item } = itemIn(shop, wanted, tools.random);
    item.status = status;
    touch(world, shop, item, status, tools.nowMs);
    if (code !== undefined) push(world, tools, shop.shopId, code, { item_id: item.itemId, item_name: item.title, item_status: status });
    return { itemId: item.itemId, status };
  };
}

/** `priceCents` null ends the promotion. */
const promote: Action = (world, input, tools) => {
  const wanted = promotionInput.parse(input);
  const shop = shopIn(world, wanted.shopId);
  const { item, model } = itemIn(shop, wanted, tools.random);
  model.promotionCents = wanted.priceCents;
  touch(world, shop, item, wanted.priceCents === null ? "promotion ended" : "promotion started", tools.nowMs);
  push(world, tools, shop.shopId, codes.itemPromotion, { item_id: item.itemId, variation_id: model.modelId });
  return { itemId: item.itemId, modelId: model.modelId, promotionCents: model.promotionCents };
};

const commentInput = z.strictObject({
  ...itemInput,
  rating: z.number().int().min(1).max(5).default(5),
  text: z.string().max(1_000).default("Muito bom!"),
});

const comment: Action = (world, input, tools) => {
  const wanted = commentInput.parse(input);
  const shop = shopIn(world, wanted.shopId);
  const { item, model } = itemIn(shop, wanted, tools.random);
  const commentId = commentIdOf(shop, `act/${shop.comments.length}`);
  addComment(shop, {
    commentId,
    itemId: item.itemId,
    modelId: model.modelId,
    orderSn: shop.orders.at(-1)?.sn ?? "",
    buyerName: "compradora.teste",
    rating: wanted.rating,
    text: wanted.text,
    reply: "",
    createS: Math.floor(tools.nowMs / 1_000),
  });
  note(world, tools.nowMs, { shopId: shop.shopId, what: `comment with ${wanted.rating} stars`, ref: String(commentId) });
  return { commentId, itemId: item.itemId };
};

const penaltyInput = z.strictObject({
  shopId: shopInput,
  points: z.number().int().min(1).max(15).default(1),
  reason: z.string().default("late_shipment"),
});

const penalty: Action = (world, input, tools) => {
  const { shopId, points, reason } = penaltyInput.parse(input);
  const shop = shopIn(world, shopId);
  shop.penaltyPoints.push({ points, reason, atS: Math.floor(tools.nowMs / 1_000) });
  note(world, tools.nowMs, { shopId, what: `penalty of ${points}`, ref: reason });
  push(world, tools, shopId, codes.updates, { actions: [{ title: "Pontos de penalidade", content: reason }] });
  return { shopId, points: shop.penaltyPoints.reduce((sum, entry) => sum + entry.points, 0) };
};

/** By whose carrier the orders travel that have not left yet. */
const shipByOwnCarrier: Action = (world, input, tools) => {
  const { shopId, on } = z.strictObject({ shopId: shopInput, on: z.boolean().default(true) }).parse(input);
  shopIn(world, shopId).hasOwnCarrier = on;
  note(world, tools.nowMs, { shopId, what: on ? "own carrier" : "marketplace carrier", ref: "" });
  return { shopId, hasOwnCarrier: on };
};

const shopOnly = z.strictObject({ shopId: shopInput });

const revoke: Action = (world, input, tools) => {
  const { shopId } = shopOnly.parse(input);
  const grant = world.grants.byShop.get(shopId) ?? badInput("shopId", "this shop authorised no app");
  grant.isRevoked = true;
  note(world, tools.nowMs, { shopId, what: "revoked", ref: "" });
  push(world, tools, shopId, codes.deauthorised, { shop_id: shopId, success: 1 });
  return { shopId };
};

const endInput = z.strictObject({ shopId: shopInput, days: z.number().min(0).max(365).default(6) });

/** The warning that is sent a week ahead follows at once. */
const expireGrantSoon: Action = (world, input, tools) => {
  const { shopId, days } = endInput.parse(input);
  const grant = world.grants.byShop.get(shopId) ?? badInput("shopId", "this shop authorised no app");
  grant.endsAtMs = tools.nowMs + days * dayMs;
  grant.isWarned = false;
  return { shopId, endsAt: new Date(grant.endsAtMs).toISOString() };
};

const pingAll: Action = (world, input, tools) => {
  z.strictObject({}).parse(input);
  const urls = [...new Set([...world.grants.byShop.values()].map(({ callbackUrl }) => callbackUrl))];
  for (const url of urls) ping(tools, url);
  return { callbackUrls: urls };
};

/** Changes nothing: for whoever checks sums of a period against ours. */
const countOrders: Action = (world, input) => {
  const { orders } = shopIn(world, z.strictObject({ shopId: shopInput }).parse(input).shopId);
  return {
    ordersByHour: ordersByHour(
      orders.map((order) => ({ placedMs: order.createS * 1_000, status: order.status, cents: linesCents(order) })),
    ),
  };
};

export const shopActions: Record<string, Action> = {
  "change-price": changePrice,
  "change-stock": changeStock,
  unlist: setStatus("UNLIST", undefined),
  relist: setStatus("NORMAL", undefined),
  "send-to-review": setStatus("REVIEWING", undefined),
  ban: setStatus("BANNED", codes.bannedItem),
  delete: setStatus("SELLER_DELETE", undefined),
  promote,
  comment,
  review: comment,
  penalty,
  "ship-by-own-carrier": shipByOwnCarrier,
  revoke,
  "expire-grant-soon": expireGrantSoon,
  ping: pingAll,
  "count-orders": countOrders,
};
