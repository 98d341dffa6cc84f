import { describe, expect, test } from "vitest";
import { type ShipmentParts, toOrder } from "./mapper-orders.ts";
import { orderSchema, shipmentCostsSchema, shipmentSchema, shipmentSlaSchema } from "./wire-orders.ts";

const paidOrder = {
  id: 2_000_000_000_000_001,
  status: "paid",
  date_created: "2026-11-20T09:00:00.000-04:00",
  date_closed: "2026-11-20T09:05:00.000-04:00",
  last_updated: "2026-11-20T10:00:00.000-04:00",
  total_amount: 119.8,
  paid_amount: 134.7,
  currency_id: "BRL",
  order_items: [
    {
      item: { id: "MLB100", title: "Garrafa", variation_id: 7, seller_sku: null, seller_custom_field: "SKU-1" },
      quantity: 2,
      unit_price: 59.9,
      sale_fee: 7.19,
      listing_type_id: "gold_special",
    },
  ],
  payments: [{ id: 1, status: "approved", date_approved: "2026-11-20T09:05:00.000-04:00" }],
  shipping: { id: 44 },
  buyer: { id: 900 },
  tags: ["paid"],
};

function parcel(shipment: Record<string, unknown>): ShipmentParts {
  return { shipment: shipmentSchema.parse({ id: 44, logistic: { mode: "me2", type: "cross_docking" }, ...shipment }) };
}

function map(change: Record<string, unknown> = {}, parts: ShipmentParts | null = null) {
  return toOrder(orderSchema.parse({ ...paidOrder, ...change }), parts, "200300");
}

describe("the state of an order", () => {
  test.each([
    ["payment_required", null, "unpaid"],
    ["payment_in_process", null, "unpaid"],
    ["partially_paid", null, "unpaid"],
    ["confirmed", null, "unpaid"],
    ["invented_later", null, "unpaid"],
    ["pending_cancel", { status: "ready_to_ship" }, "held"],
    ["cancelled", { status: "ready_to_ship" }, "cancelled"],
    ["invalid", null, "cancelled"],
    ["paid", null, "held"],
    ["paid", { status: "pending" }, "held"],
    ["paid", { status: "handling" }, "held"],
    ["paid", { status: "ready_to_ship", substatus: "invoice_pending" }, "held"],
    ["paid", { status: "ready_to_ship", substatus: "ready_to_print" }, "ready"],
    ["paid", { status: "ready_to_ship", substatus: "printed" }, "ready"],
    ["paid", { status: "ready_to_ship", substatus: "dropped_off" }, "shipped"],
    ["paid", { status: "ready_to_ship", logistic: { type: "fulfillment" } }, "held"],
    ["paid", { status: "to_be_agreed" }, "ready"],
    ["paid", { status: "shipped" }, "shipped"],
    ["paid", { status: "delivered" }, "delivered"],
    ["paid", { status: "not_delivered" }, "returned"],
    ["paid", { status: "cancelled" }, "held"],
    ["paid", { status: "something_new" }, "held"],
    ["partially_refunded", { status: "delivered" }, "delivered"],
  ] as const)("%s with the parcel %j is %s", (status, shipment, expected) => {
    expect(map({ status }, shipment === null ? null : parcel(shipment)).state).toBe(expected);
  });

  test("suspected fraud is held back although everything else says it may go", () => {
    expect(map({ tags: ["paid", "fraud_risk_detected"] }, parcel({ status: "ready_to_ship" })).state).toBe("held");
  });

  test("what was delivered and paid back in full has come back", () => {
    expect(map({ payments: [{ id: 1, status: "refunded" }] }, parcel({ status: "delivered" })).state).toBe("returned");
  });

  test("without shipping the seller hands it over, and the tag says when that is done", () => {
    expect(map({ shipping: { id: null }, tags: ["paid", "no_shipping"] }).state).toBe("ready");
    expect(map({ shipping: { id: null }, tags: ["paid", "no_shipping", "delivered"] }).state).toBe("delivered");
  });
});

test("money, references and times of an order come through exactly", () => {
  expect(map()).toMatchObject({
    orderRef: "2000000000000001",
    packRef: "2000000000000001",
    totalCents: 11_980,
    paidCents: 13_470,
    feeCents: 1_438,
    items: [{ listingRef: "MLB100", modelRef: "7", sku: "SKU-1", quantity: 2, unitPriceCents: 5_990, feeCents: 1_438 }],
    buyerRef: "900",
    placedAtMs: Date.UTC(2026, 10, 20, 13),
    paidAtMs: Date.UTC(2026, 10, 20, 13, 5),
    cancel: null,
  });
});

test("the fee is per unit unless what was really taken says per line", () => {
  const taken = (fee: number) => map({ payments: [{ id: 1, status: "approved", marketplace_fee: fee }] }).feeCents;
  expect(taken(14.38)).toBe(1_438);
  expect(taken(7.19)).toBe(719);
});

test("a fee that is not told is not known, rather than zero", () => {
  const [line] = paidOrder.order_items;
  expect(map({ order_items: [{ ...line, sale_fee: null }] }).feeCents).toBeNull();
});

test("an answer without the buyer is still an order", () => {
  const { buyer: _buyer, ...partial } = paidOrder;
  expect(toOrder(orderSchema.parse(partial), null, "200300").buyerRef).toBe("");
});

test.each([
  [
    { group: "buyer", requested_by: "buyer", description: "Desistiu" },
    { by: "buyer", reason: "Desistiu" },
  ],
  [
    { group: "seller", requested_by: "seller", code: "out_of_stock" },
    { by: "seller", reason: "out_of_stock" },
  ],
  [
    { group: "fraud", requested_by: "system", description: "Segurança" },
    { by: "vendor", reason: "Segurança" },
  ],
  [null, { by: "vendor", reason: "" }],
])("who cancelled and why is kept: %j", (detail, expected) => {
  expect(map({ status: "cancelled", cancel_detail: detail }).cancel).toEqual(expected);
});

test("of a parcel's costs only the seller's own count, and lateness is the vendor's word", () => {
  const costs = shipmentCostsSchema.parse({
    senders: [
      { user_id: "200300", cost: 20.9 },
      { user_id: 1, cost: 5 },
    ],
  });
  const sla = shipmentSlaSchema.parse({ status: "delayed", expected_date: "2026-11-21T12:00:00.000-03:00" });
  const { shipment } = map({}, { ...parcel({ status: "ready_to_ship" }), costs, sla });
  expect(shipment).toMatchObject({ sellerCostCents: 2_090, isLate: true, shipByMs: Date.UTC(2026, 10, 21, 15) });
});

test("an order without what every order has is an error and not half an order", () => {
  for (const name of ["id", "status", "date_created", "total_amount", "order_items"]) {
    expect(orderSchema.safeParse({ ...paidOrder, [name]: undefined }).success).toBe(false);
  }
  expect(orderSchema.safeParse({ ...paidOrder, invented: { later: true } }).success).toBe(true);
});
