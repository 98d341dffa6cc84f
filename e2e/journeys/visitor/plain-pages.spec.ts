import { expect } from "@playwright/test";
import { test } from "#e2e/fixtures/test.ts";

for (const path of ["/", "/docs/api", "/docs/api/orders"]) {
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
  });
}

test("the API reference leads to a page of each area, to each endpoint on it and back to what its refusals mean", async ({
  page,
  consoleGuard,
}) => {
  consoleGuard.allow("404");
  await page.goto("/docs/api");
  const areas = page.getByRole("region", { name: "Endpoints" }).getByRole("heading", { level: 3 }).getByRole("link");
  const addresses = await areas.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses) {
    await page.goto(address);
    expect(await page.getByRole("article").count(), address).toBeGreaterThan(0);
    await expect(page.getByRole("navigation", { name: "Contents" }).locator('[aria-current="page"]')).toHaveCount(1);
  }
  await page.goto("/docs/api#listMembers");
  await page.locator(":target").getByRole("link").click();
  await expect(page).toHaveURL(/\/docs\/api\/team#listMembers$/);
  await expect(page.locator(":target")).toBeInViewport();
  await page.locator(":target").getByRole("link", { name: "forbidden" }).click();
  await expect(page.locator(":target")).toContainText("403");
  expect((await page.goto("/docs/api/no-such-area"))?.status()).toBe(404);
});

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
