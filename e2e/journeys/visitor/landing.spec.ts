import { expect } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { test } from "#e2e/fixtures/test.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`a visitor can read the landing page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/");
    await expect(page).toHaveTitle(/Entrepot/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}

test("the landing page fits a narrow phone without scrolling sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("an unknown address says so and leads back", async ({ page, consoleGuard }) => {
  consoleGuard.allow("404");
  const answer = await page.goto("/no-such-page");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  await expectAccessible(page);
});
