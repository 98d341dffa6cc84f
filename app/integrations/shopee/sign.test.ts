import { expect, test } from "vitest";
import { baseString, hmacHex, isPushSignature, pushSignature } from "./sign.ts";

const partnerKey = "test-partner-key";
const timestampS = 1_760_000_000;

test("a public call is signed over partner, path and time", async () => {
  const base = baseString("1000001", "/api/v2/auth/token/get", timestampS, { kind: "public" });
  expect(base).toBe("1000001/api/v2/auth/token/get1760000000");
  expect(await hmacHex(partnerKey, base)).toBe("b4ce2a1ca80ba3f9a919dccba099ddaedf19d6d48a69e8f4e30e66e4f88ffe77");
});

test("a shop's call is signed over its token and shop too", async () => {
  const base = baseString("1000001", "/api/v2/order/get_order_list", timestampS, {
    kind: "shop",
    accessToken: "tok-abc",
    shopId: "2000002",
  });
  expect(base).toBe("1000001/api/v2/order/get_order_list1760000000tok-abc2000002");
  expect(await hmacHex(partnerKey, base)).toBe("3c6ead70c690b318da73a9e02dcf0ed8d188387bb22a8f2f0a5d5cfa67f187ae");
});

test("a merchant's call is signed over its token and merchant", () => {
  const signer = { kind: "merchant", accessToken: "tok", merchantId: "77" } as const;
  expect(baseString("1", "/api/v2/merchant/get_merchant_info", 5, signer)).toBe("1/api/v2/merchant/get_merchant_info5tok77");
});

const url = "https://app.example.com/hooks/shopee";
const body = '{"shop_id":2000002,"code":3,"timestamp":1760000000,"data":{"ordersn":"2511200TESTSN1","status":"READY_TO_SHIP"}}';
const signature = "a725ed8a37749fb8881307e6226071e550f4fab67810ce75d6ff76d988dd7663";

test("a push is signed over its address and its raw body", async () => {
  expect(await pushSignature("push-key", url, body)).toBe(signature);
  expect(await isPushSignature(signature, "push-key", url, body)).toBe(true);
});

test.each([
  ["another body", signature, "push-key", url, `${body} `],
  ["another address", signature, "push-key", `${url}/`, body],
  ["another key", signature, "partner-key", url, body],
  ["no signature", "", "push-key", url, body],
  ["a part of the signature", signature.slice(0, 32), "push-key", url, body],
])("%s makes a push worthless", async (_, given, key, at, raw) => {
  expect(await isPushSignature(given, key, at, raw)).toBe(false);
});
