import { expect, test } from "vitest";
import { findBrowser } from "./find-browser.ts";

function search(executables: string[], env: Record<string, string> = {}) {
  return { env, playwrightPath: "/own/chrome", isExecutable: (path: string) => executables.includes(path) };
}

test("the browser somebody named wins over all others", () => {
  const env = { CHROMIUM_PATH: "/named/chrome", PATH: "/usr/bin" };
  expect(findBrowser(search(["/named/chrome", "/own/chrome", "/usr/bin/chromium"], env))).toBe("/named/chrome");
});

test("Playwright's own browser wins over the system's", () => {
  expect(findBrowser(search(["/own/chrome", "/usr/bin/chromium"], { PATH: "/usr/bin" }))).toBe("/own/chrome");
});

test("a system browser is found in any folder of PATH", () => {
  expect(findBrowser(search(["/snap/bin/chromium"], { PATH: "/usr/bin:/snap/bin" }))).toBe("/snap/bin/chromium");
});

test("a named browser that does not exist does not hide one that does", () => {
  expect(findBrowser(search(["/usr/bin/google-chrome"], { CHROMIUM_PATH: "/gone", PATH: "/usr/bin" }))).toBe("/usr/bin/google-chrome");
});

test("no browser at all is said, not guessed", () => {
  expect(findBrowser(search([], { PATH: "/usr/bin" }))).toBeUndefined();
});
