import { type OrderState, orderStates } from "../channels/remote.ts";

/** What usually comes next. Vendors skip steps and now and then take one back: a mirror follows them, and says so. */
const followers: Record<OrderState, readonly OrderState[]> = {
  unpaid: ["held", "ready", "cancelled"],
  held: ["ready", "shipped", "cancelled"],
  ready: ["held", "shipped", "delivered", "cancelled"],
  shipped: ["delivered", "returned", "cancelled"],
  delivered: ["returned"],
  returned: [],
  cancelled: [],
};

/** Staying is no step: only the vendor's own word or the shipment moved on. */
export function mayFollow(from: OrderState, to: OrderState): boolean {
  return from === to || followers[from].includes(to);
}

export function isOrderState(value: unknown): value is OrderState {
  return orderStates.some((state) => state === value);
}

/** GMV counts what was sold, also when it came back later; what was never paid or was called off is no sale. */
export function countsAsSale(state: OrderState): boolean {
  return state !== "cancelled" && state !== "unpaid";
}

export const cancellers = ["buyer", "seller", "vendor"] as const;

/** States in which something is still to be sent. */
export const openStates = ["held", "ready"] as const satisfies readonly OrderState[];

/** Late now: it should have left, and has not. What left late is history. */
export function isLateNow(order: { state: string; isLate: boolean; shipBy: number | null }, nowMs: number): boolean {
  const isOpen = openStates.some((state) => state === order.state);
  return isOpen && (order.isLate || (order.shipBy !== null && order.shipBy < nowMs));
}

/** How an order looked at one moment of the vendor's clock. */
export type OrderSighting = { at: number; state: OrderState; vendorStatus: string; shipmentStatus: string | null };

/** `isExpected` is false when the vendor took a step that does not usually follow. */
export type OrderEvent = OrderSighting & { isExpected: boolean };

/** What happened between two looks at an order; undefined when nothing a reader of its history would miss. */
export function orderEventOf(before: OrderSighting | undefined, after: OrderSighting): OrderEvent | undefined {
  if (before === undefined) return { ...after, isExpected: true };
  const isSame =
    before.state === after.state && before.vendorStatus === after.vendorStatus && before.shipmentStatus === after.shipmentStatus;
  return isSame ? undefined : { ...after, isExpected: mayFollow(before.state, after.state) };
}

function byTime(a: OrderSighting, b: OrderSighting): number {
  return a.at - b.at || orderStates.indexOf(a.state) - orderStates.indexOf(b.state);
}

/** The story of an order, whatever the order in which its versions reached us. */
export function historyOf(sightings: readonly OrderSighting[]): OrderEvent[] {
  const events: OrderEvent[] = [];
  for (const sighting of sightings.toSorted(byTime)) {
    const event = orderEventOf(events.at(-1), sighting);
    if (event !== undefined) events.push(event);
  }
  return events;
}
