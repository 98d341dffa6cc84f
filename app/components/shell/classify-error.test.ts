import { expect, test } from "vitest";
import { Unanswered } from "#app/components/console/patient-fetch.ts";
import { classifyError } from "./classify-error.ts";
import { isSidebarCollapsed } from "./sidebar-cookie.ts";

test.each([
  [404, "notFound"],
  [403, "forbidden"],
  [401, "unauthorized"],
  [429, "rateLimited"],
  [409, "conflict"],
  [418, "client"],
  [503, "server"],
] as const)("a %s page is told as %s", (status, kind) => {
  expect(classifyError(status, undefined)).toBe(kind);
});

test("an unexpected throw is the server's, not the person's", () => {
  expect(classifyError(undefined, new Error("boom"))).toBe("server");
});

test("a page that got no answer at all is nobody's fault, unlike a mistake in our own program", () => {
  expect(classifyError(undefined, new Unanswered())).toBe("unanswered");
  expect(classifyError(undefined, new TypeError("x is not a function"))).toBe("server");
});

test("the sidebar's cookie is read among others, and nothing means wide", () => {
  expect(isSidebarCollapsed("a=1; sidebar=narrow; b=2")).toBe(true);
  expect(isSidebarCollapsed("sidebar=wide")).toBe(false);
  expect(isSidebarCollapsed(null)).toBe(false);
});
