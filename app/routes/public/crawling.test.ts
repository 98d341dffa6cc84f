import { describe, expect, test } from "vitest";
import { robotsText, sitemapXml } from "./crawling.ts";

/** Which paths a well-behaved crawler would leave out. */
function isClosed(path: string, robots: string): boolean {
  const rules = [...robots.matchAll(/^Disallow: (\S+)$/gm)].map(([, prefix]) => prefix ?? "");
  return rules.some((prefix) => path.startsWith(prefix));
}

describe("robots.txt", () => {
  const robots = robotsText("production", "https://shop.example");
  test("opens what is made for strangers", () => {
    expect(["/", "/docs/api", "/signup", "/og-image.png"].filter((path) => isClosed(path, robots))).toEqual([]);
  });
  test("closes the console, the API, local tools and mailed links", () => {
    const closed = ["/overview", "/settings/team", "/api/v1/me", "/dev/ui", "/invite/abc", "/reset/abc", "/demo"];
    expect(closed.filter((path) => !isClosed(path, robots))).toEqual([]);
  });
  test("keeps all of staging out of search engines", () => {
    expect(isClosed("/", robotsText("staging", "https://staging.example"))).toBe(true);
  });
  test("names the sitemap by its public address", () => {
    expect(robots).toContain("Sitemap: https://shop.example/sitemap.xml");
  });
});

test("the sitemap lists only pages that robots may read", () => {
  const pages = [...sitemapXml("https://shop.example").matchAll(/<loc>https:\/\/shop\.example([^<]*)<\/loc>/g)].map(([, path]) => path ?? "");
  expect(pages).toContain("/");
  expect(pages.filter((path) => isClosed(path, robotsText("production", "")))).toEqual([]);
});
