import type { DemandState } from "./states.ts";

/** A line of an order beside what the warehouse knows of it. Null where one of the two sides has none. */
export type LineStanding = {
  /** Of the order; null when it, or this line of it, is gone. */
  orderState: string | null;
  variantId: string | null;
  ordered: number | null;
  demand: { state: DemandState; sku: string | null; quantity: number } | null;
};

export type DemandChange =
  | { kind: "none" }
  | { kind: "set"; state: DemandState; sku: string | null; quantity: number }
  /** Goods are set aside already: they are given back with the whole order. */
  | { kind: "give-back" };

const isOpen = (orderState: string | null) => orderState === "held" || orderState === "ready";
const hasLeft = (orderState: string | null) => orderState === "shipped" || orderState === "delivered" || orderState === "returned";

/** What an order's line asks of the warehouse now. What the house has begun is changed by the house, unless the order is off. */
export function demandChangeOf({ orderState, variantId, ordered, demand }: LineStanding): DemandChange {
  const state = demand?.state;
  if (state === "shipped" || state === "cancelled") return { kind: "none" };
  const hasBegun = state === "released" || state === "picked" || state === "packed";
  if (isOpen(orderState) && ordered !== null) {
    if (hasBegun) return { kind: "none" };
    const open = variantId === null ? "unknown" : "promised";
    // Waiting lines keep their place, also when their listing is linked to another product.
    const next = state === "waiting" && variantId !== null ? "waiting" : open;
    const isSame = demand !== null && state === next && demand.sku === variantId && demand.quantity === ordered;
    return isSame ? { kind: "none" } : { kind: "set", state: next, sku: variantId, quantity: ordered };
  }
  if (demand === null) return { kind: "none" };
  if (hasLeft(orderState)) {
    // The marketplace saw it leave; whoever holds the parcel in the house says so by shipping it here.
    return hasBegun ? { kind: "none" } : { kind: "set", state: "shipped", sku: demand.sku, quantity: demand.quantity };
  }
  return hasBegun ? { kind: "give-back" } : { kind: "set", state: "cancelled", sku: demand.sku, quantity: demand.quantity };
}
