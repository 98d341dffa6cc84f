import type { Grants } from "./grants.ts";
import type { PushBox } from "./pushes.ts";

/** Seconds, as on the wire, end in S; money is whole cents. */
export type SimModel = {
  /** 0 is the item itself. */
  modelId: number;
  good: number;
  name: string;
  sku: string;
  gtin: string;
  priceCents: number;
  /** A running discount; the original price cannot be changed meanwhile. */
  promotionCents: number | null;
  /** What can be sold, the part reserved for promotions included. */
  stock: number;
  reserved: number;
};

export type ItemStatus = "NORMAL" | "BANNED" | "UNLIST" | "REVIEWING" | "SELLER_DELETE" | "SHOPEE_DELETE";

export type SimItem = {
  itemId: number;
  good: number;
  popularity: number;
  title: string;
  description: string;
  status: ItemStatus;
  hasModel: boolean;
  models: SimModel[];
  /** Kept and sent by Shopee: the seller's own stock stays 0. */
  isFbs: boolean;
  sold: number;
  createS: number;
  updateS: number;
};

export type OrderStatus =
  | "UNPAID"
  | "INVOICE_PENDING"
  | "READY_TO_SHIP"
  | "PROCESSED"
  | "SHIPPED"
  | "COMPLETED"
  | "IN_CANCEL"
  | "CANCELLED";

export type SimLine = { itemId: number; modelId: number; quantity: number; unitCents: number };

/** Why the settlement differs from what a fee table predicts. */
export type Drift = "campaign" | "voucher" | "heavy-parcel";

export type SimOrder = {
  sn: string;
  status: OrderStatus;
  lines: SimLine[];
  buyerId: number;
  buyerName: string;
  message: string;
  shippingCents: number;
  createS: number;
  updateS: number;
  payS: number | null;
  invoiceKey: string | null;
  shipByS: number | null;
  pickupS: number | null;
  deliverS: number | null;
  cancel: { by: "buyer" | "seller" | "system"; reason: string } | null;
  trackingNumber: string | null;
  returned: { sn: string; refundCents: number } | null;
  drift: Drift | null;
};

export type SimComment = {
  commentId: number;
  itemId: number;
  modelId: number;
  orderSn: string;
  buyerName: string;
  rating: number;
  text: string;
  reply: string;
  createS: number;
};

export type SimShop = {
  shopId: number;
  name: string;
  items: SimItem[];
  itemById: Map<number, SimItem>;
  /** Oldest first. */
  orders: SimOrder[];
  orderBySn: Map<string, SimOrder>;
  comments: SimComment[];
  ratings: Map<number, { sum: number; count: number }>;
  /** Ships by a carrier that Shopee knows nothing of. */
  hasOwnCarrier: boolean;
  penaltyPoints: { points: number; reason: string; atS: number }[];
};

export type Switches = {
  sourceIpUndeclared: boolean;
  partnerKeyExpired: boolean;
  apiSuspended: boolean;
  /** How many more calls are refused for being too many. */
  rateLimitedCalls: number;
  dailyLimitUntilMs: number;
};

export type World = {
  seed: number;
  startMs: number;
  shops: Map<number, SimShop>;
  grants: Grants;
  pushes: PushBox;
  switches: Switches;
  /** The newest last. */
  changes: { at: string; shopId: number; what: string; ref: string }[];
  requests: number;
};

const maxChanges = 50;

export function note(world: World, nowMs: number, change: { shopId: number; what: string; ref: string }): void {
  world.changes.push({ at: new Date(nowMs).toISOString(), ...change });
  if (world.changes.length > maxChanges) world.changes.shift();
}

export function addOrder(shop: SimShop, order: SimOrder): void {
  shop.orders.push(order);
  shop.orderBySn.set(order.sn, order);
}

export function addComment(shop: SimShop, comment: SimComment): void {
  shop.comments.push(comment);
  const rating = shop.ratings.get(comment.itemId) ?? { sum: 0, count: 0 };
  shop.ratings.set(comment.itemId, { sum: rating.sum + comment.rating, count: rating.count + 1 });
}

export function linesCents(order: Pick<SimOrder, "lines">): number {
  return order.lines.reduce((sum, line) => sum + line.unitCents * line.quantity, 0);
}
