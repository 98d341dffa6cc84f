import { expect, test } from "vitest";
import { toNotice } from "./notices.ts";
import { noticeSchema } from "./wire-talk.ts";

const nowMs = Date.UTC(2026, 10, 20, 14);
const plain = {
  _id: "6f0b-1",
  resource: "/orders/2000000000000001",
  user_id: 200_300,
  topic: "orders_v2",
  application_id: 1_000_001,
  attempts: 1,
  sent: "2026-11-20T13:00:00.100Z",
  received: "2026-11-20T13:00:00.050Z",
};
const read = (change: Record<string, unknown> = {}) => toNotice(noticeSchema.parse({ ...plain, ...change }), nowMs);

test("a notice names its account, its happening and its time, as number or as text", () => {
  const expected = {
    key: "6f0b-1",
    accountRef: "200300",
    topic: "orders_v2",
    about: { kind: "order", ref: "2000000000000001" },
    sentAtMs: Date.UTC(2026, 10, 20, 13, 0, 0, 100),
  };
  expect(read()).toEqual(expected);
  expect(read({ user_id: "200300" })).toEqual(expected);
});

test("topics with sub-topics write their key as id", () => {
  expect(read({ _id: undefined, id: "abc", actions: ["created"] }).key).toBe("abc");
});

test("without any id a repeated delivery still has the same key, and the misspelled time is read", () => {
  const first = read({ _id: undefined, sent: "2026-11-20T13:00:00Z", received: undefined, recieved: "2026-11-20T12:59:59Z" });
  const again = read({ _id: undefined, attempts: 2, sent: "2026-11-20T13:05:00Z", received: undefined, recieved: "2026-11-20T12:59:59Z" });
  expect(again.key).toBe(first.key);
  expect(read({ sent: undefined, received: undefined, recieved: "2026-11-20T12:59:59Z" }).sentAtMs).toBe(
    Date.UTC(2026, 10, 20, 12, 59, 59),
  );
});

test.each([
  ["/orders/1", { kind: "order", ref: "1" }],
  ["/orders/1/feedback", { kind: "order", ref: "1" }],
  ["/items/MLB100", { kind: "listing", ref: "MLB100" }],
  ["/items/MLB100/price_to_win", { kind: "listing", ref: "MLB100" }],
  ["suggestions/items/MLB100/details", { kind: "listing", ref: "MLB100" }],
  ["/seller-promotions/candidates/CANDIDATE-MLB100-7", { kind: "listing", ref: "MLB100" }],
  ["/questions/5", { kind: "question", ref: "5" }],
  ["/shipments/44", { kind: "shipment", ref: "44" }],
  ["/flex/sites/MLB/shipments/44/assignment/v1", { kind: "shipment", ref: "44" }],
  ["/collections/9", { kind: "nothing" }],
  ["post-purchase/v1/claims/5", { kind: "nothing" }],
  ["/user-products/MLBU1/stock", { kind: "nothing" }],
  ["1234", { kind: "nothing" }],
  ["", { kind: "nothing" }],
])("the resource %s leads to %j", (resource, about) => {
  expect(read({ resource }).about).toEqual(about);
});
