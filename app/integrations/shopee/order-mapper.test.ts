import { expect, test } from "vitest";
import { hasEscrow, hasTracking, toOrder } from "./order-mapper.ts";
import { escrowSchema, orderDetailSchema } from "./order-wire.ts";

function anOrder(change: object = {}) {
  const order = {
    order_sn: "251120AB",
    order_status: "READY_TO_SHIP",
    currency: "BRL",
    total_amount: 129.7,
    create_time: 1_000,
    update_time: 2_000,
    pay_time: 1_100,
    ship_by_date: 5_000,
    pickup_done_time: 0,
    buyer_user_id: 7,
    buyer_username: "ana",
    item_list: [
      { item_id: 22, item_name: "Chaleira", item_sku: "CH-1", model_id: 0, model_quantity_purchased: 2, model_discounted_price: 59.9 },
    ],
    package_list: [{ package_number: "OFG1", logistics_status: "LOGISTICS_READY", shipping_carrier: "Xpress" }],
    ...change,
  };
  const [parsed] = orderDetailSchema.parse({ response: { order_list: [order] } }).response.order_list;
  if (parsed === undefined) throw new Error("no order");
  return parsed;
}

const order = (change: object = {}, nowMs = 3_000_000) =>
  toOrder({ order: anOrder(change), escrow: undefined, trackingNumber: undefined }, nowMs);

test("an order keeps its goods, its money and its times", () => {
  expect(order()).toMatchObject({
    orderRef: "251120AB",
    packRef: "251120AB",
    state: "ready",
    vendorStatus: "READY_TO_SHIP",
    totalCents: 11_980,
    paidCents: 12_970,
    feeCents: null,
    settledCents: null,
    buyerRef: "7",
    buyerName: "ana",
    items: [{ listingRef: "22", modelRef: "", sku: "CH-1", quantity: 2, unitPriceCents: 5_990 }],
    placedAtMs: 1_000_000,
    paidAtMs: 1_100_000,
    closedAtMs: null,
    shipment: { shipmentRef: "OFG1", shipByMs: 5_000_000, shippedAtMs: null, isLate: false },
  });
});

test.each([
  ["UNPAID", "unpaid"],
  ["INVOICE_PENDING", "held"],
  ["READY_TO_SHIP", "ready"],
  ["PROCESSED", "ready"],
  ["SHIPPED", "shipped"],
  ["COMPLETED", "delivered"],
  ["IN_CANCEL", "held"],
  ["CANCELLED", "cancelled"],
  ["TO_RETURN", "returned"],
  ["SOMETHING_NEW", "held"],
])("an order in %s is %s", (order_status, state) => {
  expect(order({ order_status }).state).toBe(state);
});

test("the account of the money tells fees, payout and returns", () => {
  const escrow = (returned: string[]) =>
    escrowSchema.parse({
      response: {
        order_sn: "251120AB",
        return_order_sn_list: returned,
        order_income: { escrow_amount: 80.15, commission_fee: 23.96, service_fee: 8, seller_transaction_fee: 0.5 },
      },
    }).response;
  const settled = (returned: string[]) =>
    toOrder({ order: anOrder({ order_status: "COMPLETED" }), escrow: escrow(returned), trackingNumber: undefined }, 0);
  expect(settled([])).toMatchObject({ state: "delivered", feeCents: 3_246, settledCents: 8_015, closedAtMs: 2_000_000 });
  expect(settled(["R1"]).state).toBe("returned");
});

test("late is a parcel that left after its time, or waits beyond it; not one that is cancelled or of which nothing is known", () => {
  const late = (change: object, nowMs = 3_000_000) => order(change, nowMs).shipment?.isLate;
  expect(late({}, 5_000_001)).toBe(true);
  expect(late({ order_status: "SHIPPED", pickup_done_time: 5_001 })).toBe(true);
  expect(late({ order_status: "SHIPPED", pickup_done_time: 4_999 }, 9_000_000)).toBe(false);
  expect(late({ order_status: "COMPLETED" }, 9_000_000)).toBe(false);
  expect(late({ order_status: "CANCELLED" }, 9_000_000)).toBe(false);
  expect(late({ ship_by_date: 0 }, 9_000_000)).toBe(false);
});

test("who cancelled is told in our words", () => {
  const by = (cancel_by: string) => order({ order_status: "CANCELLED", cancel_by, cancel_reason: "r" }).cancel;
  expect([by("buyer"), by("Seller"), by("system"), by("")].map((cancel) => cancel?.by)).toEqual(["buyer", "seller", "vendor", "vendor"]);
  expect(order().cancel).toBeNull();
});

test("a masked buyer has no name", () => {
  expect(order({ buyer_username: "****" }).buyerName).toBeNull();
  expect(order({ buyer_username: "m****a" }).buyerName).toBe("m****a");
});

test("a model is named, and its SKU comes before the item's", () => {
  const line = {
    item_id: 22,
    item_name: "A",
    item_sku: "I",
    model_id: 5,
    model_sku: "M",
    model_quantity_purchased: 1,
    model_discounted_price: 1,
  };
  expect(order({ item_list: [line] }).items[0]).toMatchObject({ modelRef: "5", sku: "M" });
});

test("money is asked for when there is some, a tracking number while the parcel is under way", () => {
  const asked = (order_status: string) => [hasEscrow(anOrder({ order_status })), hasTracking(anOrder({ order_status }))];
  expect(
    Object.fromEntries(["UNPAID", "INVOICE_PENDING", "PROCESSED", "SHIPPED", "COMPLETED", "CANCELLED"].map((s) => [s, asked(s)])),
  ).toEqual({
    UNPAID: [false, false],
    INVOICE_PENDING: [true, false],
    PROCESSED: [true, true],
    SHIPPED: [true, true],
    COMPLETED: [true, false],
    CANCELLED: [false, false],
  });
});
