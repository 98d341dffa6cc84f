import { expect } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { test } from "#e2e/fixtures/test.ts";

for (const path of ["/", "/docs/api"]) {
  test(`${path} sends no scripts`, async ({ page }) => {
    const scripts: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "script" || request.url().endsWith(".js")) scripts.push(request.url());
    });
    await page.goto(path, { waitUntil: "networkidle" });
    expect(scripts).toEqual([]);
    await expect(page.locator("script:not([type='application/ld+json'])")).toHaveCount(0);
  });
}

for (const path of ["/login", "/signup", "/forgot"]) {
  test(`${path} sends one small script and no React`, async ({ page }) => {
    const bodies: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") bodies.push(response.body());
    });
    await page.goto(path, { waitUntil: "networkidle" });
    const [script, ...more] = await Promise.all(bodies);
    expect(more).toEqual([]);
    expect(script?.byteLength).toBeGreaterThan(0);
    expect(script?.byteLength).toBeLessThanOrEqual(1_500);
    await expect(page.locator("script")).toHaveCount(1);
  });
}

for (const [colorScheme, locale, heading] of [
  ["light", "en", "Entrepot API: REST reference"],
  ["dark", "pt-BR", "API do Entrepot: referência REST"],
] as const) {
  test(`the API reference is readable in ${locale}, ${colorScheme}`, async ({ page, baseURL }) => {
    await page.emulateMedia({ colorScheme });
    await page.context().addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
    await page.goto("/docs/api");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expectAccessible(page);
  });
}

test("the address in a problem leads to what its code means", async ({ page, request }) => {
  const problem: unknown = await (await request.get("/api/v1/me")).json();
  expect(problem).toMatchObject({ type: "/docs/api#unauthorized" });
  await page.goto("/docs/api#unauthorized");
  await expect(page.locator(":target")).toContainText("401");
  await expect(page.locator(":target")).toBeInViewport();
});

test.describe("with scripts turned off", () => {
  test.use({ javaScriptEnabled: false });

  test("a visitor changes language and theme, and enters the demo", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Português (Brasil)" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Um só livro para tudo o que você vende");
    await page.getByRole("button", { name: "Escuro" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.getByRole("button", { name: "Conhecer a demonstração" }).first().click();
    await expect(page).toHaveURL("/overview");
    await page.goto("/");
    await expect(page).toHaveURL("/overview");
  });
});
