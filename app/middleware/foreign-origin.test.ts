import { expect, test } from "vitest";
import { refuseForeignOrigin } from "./foreign-origin.ts";

const own = "https://app.test";
const cookie = { cookie: "entrepot_session=x" };

type Case = [what: string, method: string, path: string, headers: Record<string, string>, passes: boolean];

test.each<Case>([
  ["a form of ours", "POST", "/login", { ...cookie, origin: own, "sec-fetch-site": "same-origin" }, true],
  ["a form of ours in an old browser", "POST", "/login", { ...cookie, origin: own }, true],
  ["an address typed by hand", "POST", "/login", { ...cookie, "sec-fetch-site": "none" }, true],
  ["reading from elsewhere", "GET", "/overview", { ...cookie, origin: "https://evil.test", "sec-fetch-site": "cross-site" }, true],
  ["looking from elsewhere", "HEAD", "/overview", { ...cookie, origin: "https://evil.test" }, true],
  ["a program without a cookie", "POST", "/api/v1/x", {}, true],
  ["a key from anywhere", "POST", "/api/v1/x", { authorization: "Bearer ek_local_x", origin: "https://shop.test" }, true],
  ["a vendor's hook", "POST", "/hooks/stripe", { origin: "https://stripe.test" }, true],
  ["an embedded shop", "POST", "/collect/e", { origin: "https://shop.test", "sec-fetch-site": "cross-site" }, true],
  ["a foreign form", "POST", "/login", { ...cookie, origin: "https://evil.test", "sec-fetch-site": "cross-site" }, false],
  ["a foreign form without a cookie", "POST", "/login", { origin: "https://evil.test" }, false],
  ["a sandboxed page", "POST", "/login", { ...cookie, origin: "null" }, false],
  ["a neighbour on the same site", "POST", "/login", { ...cookie, "sec-fetch-site": "same-site" }, false],
  ["a foreign page that hides its origin", "POST", "/login", { ...cookie, "sec-fetch-site": "cross-site" }, false],
  ["a claim to be foreign and ours", "POST", "/login", { ...cookie, origin: own, "sec-fetch-site": "cross-site" }, false],
  ["the same host without encryption", "POST", "/login", { ...cookie, origin: "http://app.test" }, false],
  ["another port", "POST", "/login", { ...cookie, origin: `${own}:8443` }, false],
  ["a look-alike", "POST", "/login", { ...cookie, origin: `${own}.evil.test` }, false],
  ["a cookie and no word of where from", "POST", "/login", cookie, false],
  ["other methods that change", "DELETE", "/api/v1/x", { ...cookie, origin: "https://evil.test" }, false],
  ["a method nobody knows", "FROB", "/x", { ...cookie, origin: "https://evil.test" }, false],
  ["basic credentials", "POST", "/x", { ...cookie, authorization: "Basic x", origin: "https://evil.test" }, false],
  ["a path that only looks open", "POST", "/hooksy", { ...cookie, origin: "https://evil.test" }, false],
  ["a way around through an open path", "POST", "/hooks/../login", { ...cookie, origin: "https://evil.test" }, false],
])("%s", async (_what, method, path, headers, passes) => {
  const refusal = refuseForeignOrigin(new Request(new URL(path, own), { method, headers }), "req_1");
  expect(refusal === undefined).toBe(passes);
  const problem = { status: 403, code: "forbidden", requestId: "req_1" };
  expect((await refusal?.json()) ?? problem).toMatchObject(problem);
});
