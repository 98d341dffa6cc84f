import { expect, test } from "vitest";
import { isPlainPage } from "./plain-page.ts";

const root = { handle: undefined, loaderData: { locale: "en" } };

test("a page that says so sends no scripts", () => {
  expect(isPlainPage([root, { handle: { isPlain: true }, loaderData: {} }])).toBe(true);
});

test("every other page sends its scripts", () => {
  expect(isPlainPage([root, { handle: { i18n: ["auth"] }, loaderData: {} }])).toBe(false);
  expect(isPlainPage([root, { handle: { isPlain: "yes" }, loaderData: {} }])).toBe(false);
});

test("the error page in place of a plain page keeps its buttons working", () => {
  expect(isPlainPage([root, { handle: { isPlain: true }, loaderData: undefined }])).toBe(false);
});
