import fc from "fast-check";
import { expect, test } from "vitest";
import { type ChannelFault } from "#app/domain/channels/channel-error.ts";
import { msUntilReset, toChannelError, toRefusalReason } from "./faults.ts";
import { shopeeWorld, startMs } from "./testing/shopee-world.ts";

const envelope = (error: string, status = 200, message = "m") => Response.json({ error, message, request_id: "r" }, { status });

test.each<[string, ChannelFault]>([
  ["error_auth", "token-expired"],
  ["invalid_acceess_token", "token-expired"],
  ["error_rate_limit", "throttled"],
  ["error_limit", "quota"],
  ["error_sign", "rejected"],
  ["error_param", "rejected"],
  ["source_ip_undeclared", "rejected"],
  ["error_partner_key_expired", "rejected"],
  ["api_suspended", "rejected"],
  ["order.order_list_invalid_time", "rejected"],
  ["shop_no_linked", "grant-ended"],
  ["shop_banned", "grant-ended"],
  ["error_server", "unavailable"],
  ["common.error_auth", "token-expired"],
  ["product.error_item_not_found", "not-found"],
  ["something.nobody_knows", "rejected"],
])("%s means %s, with whatever status it comes", async (error, fault) => {
  for (const status of [200, 403]) {
    const { open, vendorAnswers } = shopeeWorld();
    const shop = await open();
    vendorAnswers.push(envelope(error, status, "the vendor's words"));
    await expect(shop.listingRefs(null)).rejects.toMatchObject({ fault, vendorText: `${error}: the vendor's words` });
  }
});

test("a refused token in a token call is the end of the grant, elsewhere only of the token", () => {
  expect(toChannelError({ error: "error_auth", message: "" }, 0).fault).toBe("token-expired");
  expect(toChannelError({ error: "error_auth", message: "Invalid refresh_token." }, 0, { isTokenCall: true }).fault).toBe("grant-ended");
});

test("the day's allowance comes back at the next midnight of UTC+8", async () => {
  const { act, open } = shopeeWorld();
  const shop = await open();
  await act("daily-limit");
  const midnightMs = Date.UTC(2026, 10, 25, 16, 0, 0);
  await expect(shop.listingRefs(null)).rejects.toMatchObject({ fault: "quota", retryAfterMs: midnightMs - startMs });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (nowMs) => {
      const waitMs = msUntilReset(nowMs);
      expect(waitMs).toBeGreaterThan(0);
      expect(waitMs).toBeLessThanOrEqual(86_400_000);
      expect((nowMs + waitMs + 8 * 3_600_000) % 86_400_000).toBe(0);
    }),
  );
});

test("after that midnight calls are taken again", async () => {
  const { act, open, clock } = shopeeWorld();
  const shop = await open();
  await act("daily-limit");
  await expect(shop.listingRefs(null)).rejects.toMatchObject({ fault: "quota" });
  clock.advance(3_600_000);
  await expect(shop.listingRefs(null)).resolves.toMatchObject({ total: 250 });
});

test("each call waits for its turn and tells how it went; being throttled is told as such", async () => {
  const { act, open, paced } = shopeeWorld();
  const shop = await open();
  paced.length = 0;
  await shop.listingRefs(null);
  await act("rate-limit", { calls: 1 });
  await expect(shop.listingRefs(null)).rejects.toMatchObject({ fault: "throttled" });
  const operation = "2000002/product/get_item_list";
  expect(paced).toEqual([`turn ${operation}`, `accepted ${operation}`, `turn ${operation}`, `throttled ${operation}`]);
});

test("a busy gateway is asked again, and its wait is handed on when it stays busy", async () => {
  const { control, open, paced, requests } = shopeeWorld();
  const shop = await open();
  const before = requests.length;
  await control("POST", "faults", { vendor: "shopee", match: "GET /api", kind: "status", status: 429, retryAfter: 2, times: 1 });
  await shop.listingRefs(null);
  expect(requests).toHaveLength(before + 2);
  await control("POST", "faults", { vendor: "shopee", match: "GET /api", kind: "status", status: 429, retryAfter: 600 });
  await expect(shop.listingRefs(null)).rejects.toMatchObject({ fault: "throttled", retryAfterMs: 600_000 });
  expect(paced.at(-1)).toBe("throttled 2000002/product/get_item_list 600000");
});

test("a vendor that is down is unavailable, after the repetitions of the HTTP client and no more", async () => {
  const { control, open, requests } = shopeeWorld();
  const shop = await open();
  const before = requests.length;
  await control("POST", "faults", { vendor: "shopee", match: "GET /api", kind: "status", status: 502 });
  await expect(shop.listingRefs(null)).rejects.toMatchObject({ fault: "unavailable" });
  expect(requests).toHaveLength(before + 3);
});

test("a lost connection is unavailable", async () => {
  const { open, vendorAnswers } = shopeeWorld();
  const shop = await open();
  vendorAnswers.push(new TypeError("lost"), new TypeError("lost"), new TypeError("lost"));
  await expect(shop.listingRefs(null)).rejects.toMatchObject({ fault: "unavailable" });
});

test.each<[string, () => Response]>([
  ["no JSON", () => new Response("<html>maintenance</html>")],
  ["a body that ends halfway", () => new Response('{"error":"","response":{"item":[')],
  ["another shape", () => Response.json({ error: "", response: { item: "none" } })],
  ["nothing", () => new Response("")],
  ["a list instead of an object", () => Response.json([])],
  ["a refusal without a reason", () => Response.json({ response: { item: [], has_next_page: false } }, { status: 403 })],
])("%s is malformed, and the body is kept to be looked at", async (_, answer) => {
  const { open, vendorAnswers, archived, clock } = shopeeWorld();
  const shop = await open();
  vendorAnswers.push(answer());
  await expect(shop.listingRefs(null)).rejects.toMatchObject({ fault: "malformed" });
  expect(archived).toEqual([{ key: `shopee/2000002/product.get_item_list/${clock.now()}`, body: await answer().text() }]);
});

test("what is kept of a token answer holds no token", async () => {
  const { adapter, vendorAnswers, archived, connect } = shopeeWorld();
  const { account } = await connect();
  vendorAnswers.push(new Response('{"access_token":"abc-1","refresh_token": "def-2","expire_in":"soon"}'));
  await expect(adapter.refresh(account, "x")).rejects.toMatchObject({ fault: "malformed" });
  expect(archived[0]?.body).toContain("expire_in");
  expect(archived[0]?.body).not.toMatch(/abc-1|def-2/);
});

test("a wrong key, a wrong clock and an undeclared address are refused, and say so", async () => {
  const strangers = shopeeWorld({ partnerKey: "other" });
  const { account } = await shopeeWorld().connect();
  const stranger = strangers.adapter.open(account, () => Promise.resolve("t"));
  await expect(stranger.listingRefs(null)).rejects.toMatchObject({ fault: "rejected", vendorText: "error_sign: Wrong sign." });
  const late = shopeeWorld();
  const shop = await late.open();
  await late.control("POST", "clock", { advanceMs: 301_000 });
  await expect(shop.listingRefs(null)).rejects.toMatchObject({ fault: "rejected", vendorText: "error_param: Invalid timestamp." });
  const elsewhere = shopeeWorld();
  const closed = await elsewhere.open();
  await elsewhere.act("source-ip-undeclared");
  await expect(closed.listingRefs(null)).rejects.toMatchObject({
    fault: "rejected",
    vendorText: expect.stringContaining("source_ip") as string,
  });
  await expect(closed.account()).rejects.toMatchObject({ fault: "rejected" });
});

test("no token and no signature is ever logged", async () => {
  const { open, log } = shopeeWorld();
  const shop = await open();
  await shop.listingRefs(null);
  expect(log.events.length).toBeGreaterThan(0);
  expect(JSON.stringify(log.events)).not.toContain(shop.grant.tokens.accessToken);
  expect(JSON.stringify(log.events)).not.toMatch(/sign=|access_token/);
});

test.each([
  ["The price cannot be edited while the item is under promotion.", "promotion-running"],
  ["The stock is less than the reserved stock.", "below-reserved"],
  ["Seller stock must be 0 for items fulfilled by Shopee (FBS).", "managed-by-vendor"],
  ["The price is out of the allowed range.", "out-of-range"],
  ["The model is not found.", "not-found"],
  ["The item is banned.", "closed"],
  ["The item is under review.", "under-review"],
  ["System busy, please try again.", "try-later"],
  ["Algo deu errado", "other"],
])("the words %j are understood as %s", (text, reason) => {
  expect(toRefusalReason(text)).toBe(reason);
});
