import fc from "fast-check";
import { expect, test } from "vitest";
import { baseInfoSchema, itemListSchema, writeSchema } from "./wire.ts";
import { escrowSchema, orderDetailSchema } from "./order-wire.ts";
import { pushSchema } from "./push-wire.ts";

const money = (escrow_amount: unknown) => ({
  response: { order_sn: "1", order_income: { escrow_amount, commission_fee: 0, service_fee: 0, seller_transaction_fee: 0 } },
});
const readMoney = (value: unknown) => escrowSchema.parse(money(value)).response.order_income.escrow_amount;

test("every amount of money becomes its exact cents, as a number or as text, debts too", () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }), (cents) => {
      const units = cents / 100;
      expect(readMoney(units)).toBe(cents);
      expect(readMoney(units.toFixed(2))).toBe(cents);
    }),
  );
});

test("money that was spoilt by floating point is mended, and what is no money is refused", () => {
  expect(readMoney(59.900000000000006)).toBe(5_990);
  expect(readMoney(0.1 + 0.2)).toBe(30);
  expect(Object.is(readMoney(-0.001), 0)).toBe(true);
  for (const value of ["R$ 5", "", "1e3", Number.NaN, Number.POSITIVE_INFINITY, 1e15, null])
    expect(() => readMoney(value)).toThrow("escrow_amount");
});

test("ids are text whichever way they come, and one that a number cannot hold is refused", () => {
  const list = (item_id: unknown) =>
    itemListSchema.parse({ response: { item: [{ item_id, item_status: "NORMAL" }], has_next_page: false } });
  expect(list(22_000_000_060).response.item[0]?.item_id).toBe("22000000060");
  expect(list("22000000060").response.item[0]?.item_id).toBe("22000000060");
  for (const id of [2 ** 53, 1.5, -1, "", null]) expect(() => list(id)).toThrow("item_id");
});

test("fields nobody knows are tolerated, fields that are missing are not", () => {
  const item = { item_id: 1, item_name: "A", item_status: "NORMAL", create_time: 1, update_time: 2, has_model: false, news: { a: 1 } };
  expect(baseInfoSchema.parse({ response: { item_list: [item], more: 1 } }).response.item_list[0]).toMatchObject({
    item_id: "1",
    create_time: 1_000,
    weight: "",
  });
  for (const field of ["item_id", "item_name", "item_status", "create_time", "has_model"])
    expect(() => baseInfoSchema.parse({ response: { item_list: [{ ...item, [field]: undefined }] } })).toThrow(field);
});

test("an order whose optional fields were not asked for is an error and not an order without goods", () => {
  const bare = { order_sn: "A", order_status: "UNPAID", currency: "BRL", create_time: 1, update_time: 1 };
  expect(() => orderDetailSchema.parse({ response: { order_list: [bare] } })).toThrow("item_list");
});

test("a write that lists nothing is read as such, and a push is read whatever its data is", () => {
  expect(writeSchema.parse({ response: {} }).response).toEqual({ success_list: [], failure_list: [] });
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      expect(pushSchema.parse({ shop_id: 1, code: 3, timestamp: 5, data })).toMatchObject({ code: 3, shop_id: "1", timestamp: 5_000 });
    }),
  );
});
