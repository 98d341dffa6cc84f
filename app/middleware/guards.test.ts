import fc from "fast-check";
import { expect, test } from "vitest";
import { safeReturnTo } from "./guards.ts";

const base = "https://app.test";

function leadsTo(value: unknown): string {
  return new URL(safeReturnTo(value, "/overview"), `${base}/login`).origin;
}

test("a path of ours is kept with its question", () => {
  for (const path of ["/", "/settings/team", "/audit?from=1&to=2", "/a//b", "/search?q=https://else.test", "/caf%C3%A9"]) {
    expect(safeReturnTo(path, "/overview")).toBe(path);
  }
});

test.each([
  undefined,
  null,
  42,
  "",
  "settings",
  "https://evil.test",
  "//evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "/\t/evil.test",
  "/\n/evil.test",
  "/.//evil.test",
  "/..//evil.test",
  "/x/..//evil.test",
  "/./\\evil.test",
  "/%2e//evil.test",
  "/\t/[",
  "javascript:alert(1)",
  ` //evil.test`,
  `/${"x".repeat(600)}`,
])("%j leads nowhere but home", (value) => {
  expect(leadsTo(value)).toBe(base);
  expect(safeReturnTo(value, "/overview")).toMatch(/^\/(?!\/)/);
});

test("whatever somebody writes into the address, the way back is a path of ours", () => {
  const piece = fc.constantFrom(
    "/",
    "//",
    "\\",
    ".",
    "..",
    "\t",
    "\n",
    "\r",
    "%2f",
    "%5c",
    "@",
    ":",
    "?",
    "#",
    "[",
    "evil.test",
    "http:",
    "x",
    " ",
    "\0",
    "％",
    "。",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.webUrl(),
        fc.array(piece).map((parts) => `/${parts.join("")}`),
      ),
      (value) => {
        const path = safeReturnTo(value, "/overview");
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(new URL(path, `${base}/login`).origin).toBe(base);
        expect(() => new Headers({ location: path })).not.toThrow();
      },
    ),
    { numRuns: 2_000 },
  );
});
