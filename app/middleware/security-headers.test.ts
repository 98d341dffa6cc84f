import { expect, test } from "vitest";
import { createSequentialIds } from "#app/platform/ids.ts";
import { callerOf } from "./caller.ts";
import { securityHeaders } from "./security-headers.ts";

function headersFor(facts: Partial<Parameters<typeof securityHeaders>[0]> = {}): Headers {
  return new Headers(securityHeaders({ nonce: "n0nce", isPersonal: false, isLocal: false, pictureOrigins: [], ...facts }));
}

test("scripts run only with the nonce of this answer, and no page is framed", () => {
  const rules = (headersFor().get("content-security-policy") ?? "").split("; ");
  expect(rules).toContain("default-src 'self'");
  expect(rules).toContain("script-src 'self' 'nonce-n0nce'");
  expect(rules).toContain("form-action 'self'");
  for (const closed of ["object-src", "base-uri", "frame-ancestors"]) expect(rules).toContain(`${closed} 'none'`);
});

test("browsers keep to what is said, leak no addresses, and stay on https outside a developer's machine", () => {
  const headers = headersFor();
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
  expect(headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}; includeSubDomains/);
  expect(headersFor({ isLocal: true }).has("strict-transport-security")).toBe(false);
});

test("no page is shared, and a signed-in person's page leaves nothing behind", () => {
  expect(headersFor().get("cache-control")).toBe("private, no-cache");
  expect(headersFor({ isPersonal: true }).get("cache-control")).toBe("private, no-store");
});

test("a request keeps a plain name it was given, and any other name is replaced", () => {
  const nameOf = (given: string) =>
    callerOf(new Request("https://app.test", { headers: { "x-request-id": given } }), createSequentialIds()).requestId;
  expect(nameOf("abc-123_DEF")).toBe("abc-123_DEF");
  for (const given of ["short", "a b c d e f", "<script>alert(1)</script>", "x".repeat(65), ""]) expect(nameOf(given)).toMatch(/^req_/);
});

test("who asks is taken from the platform, and what browsers say of themselves is bounded", () => {
  const headers = { "cf-connecting-ip": "192.0.2.9", "x-forwarded-for": "10.0.0.1", "user-agent": "u".repeat(1_000) };
  const { ipAddress, userAgent } = callerOf(new Request("https://app.test", { headers }), createSequentialIds());
  expect([ipAddress, userAgent.length]).toEqual(["192.0.2.9", 300]);
});
