import { expect, test } from "vitest";
import { corsHeaders, isAllowedOrigin, preflightHeaders } from "./allowed-origin.ts";

const web = { kind: "web", domains: ["shop.example", "*.shop.example", "127.0.0.1"] } as const;
const site = { ...web, domains: [...web.domains] };
const app = { kind: "app" as const, domains: [] };

test("a page of a named host may send, whatever its port and however it is written", () => {
  for (const origin of ["https://shop.example", "http://shop.example:8080", "https://SHOP.example", "http://127.0.0.1:5174"])
    expect(isAllowedOrigin(site, origin), origin).toBe(true);
});

test("a star takes subdomains, and neither look-alikes nor the bare name", () => {
  const starred = { kind: "web" as const, domains: ["*.shop.example"] };
  expect(isAllowedOrigin(starred, "https://www.shop.example")).toBe(true);
  expect(isAllowedOrigin(starred, "https://a.b.shop.example")).toBe(true);
  for (const origin of ["https://shop.example", "https://evilshop.example", "https://shop.example.evil.test", "https://.shop.example"])
    expect(isAllowedOrigin(starred, origin), origin).toBe(false);
});

test("other hosts, no origin and nonsense are refused for a web site", () => {
  for (const origin of ["https://evil.test", "https://shop.example.evil.test", "null", null, "", "nonsense", "file://"])
    expect(isAllowedOrigin(site, origin), String(origin)).toBe(false);
});

test("an app sends without an address or with one that is no page's, and never from somebody's page", () => {
  for (const origin of [null, "null", "file://", "app://bundle"]) expect(isAllowedOrigin(app, origin), String(origin)).toBe(true);
  expect(isAllowedOrigin(app, "https://evil.test")).toBe(false);
});

test("the answer names the page's own origin, never all, and lets it read when to come again", () => {
  expect(corsHeaders("https://shop.example")).toEqual({
    "access-control-allow-origin": "https://shop.example",
    "access-control-expose-headers": "retry-after",
    vary: "origin",
  });
  expect(corsHeaders(null)).toEqual({ vary: "origin" });
  expect(preflightHeaders("https://shop.example")).toMatchObject({ "access-control-allow-headers": "content-type" });
});
