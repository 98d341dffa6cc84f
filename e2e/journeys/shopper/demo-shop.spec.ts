import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { watchShop } from "#e2e/fixtures/collected.ts";
import { test } from "#e2e/fixtures/test.ts";
import { readSettings } from "#scripts/dev/settings.ts";

const storedNames = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("entrepot")));
const openFirst = (page: Page) => page.locator("article a").first().click();

test("a visitor who has answered nothing is seen, and nothing is left in their browser", async ({ page, context }) => {
  await using shop = await watchShop();
  await page.goto(`${shop.url}/search?q=chaleira&token=somebody`);
  await expect.poll(() => shop.types()).toContain("search");
  await openFirst(page);
  await expect.poll(() => shop.types()).toContain("product");
  expect(shop.types()).toEqual(expect.arrayContaining(["page", "search", "products", "click", "leave", "product"]));
  const search = shop.events().find(({ type }) => type === "search");
  expect(search).toMatchObject({ query: "chaleira", path: "/demo-shop/en/search?q=chaleira" });
  expect(search?.results).toBeGreaterThan(0);
  expect(new Set(shop.batches.map(({ visitor }) => visitor))).toEqual(new Set([null]));
  expect(shop.text()).not.toContain("somebody");
  expect(await storedNames(page)).toEqual([]);
  expect((await context.cookies()).map(({ name }) => name)).toEqual(["demo_shop"]);
});

test("a visitor who says yes is the same on every page up to the order, and nothing they type leaves", async ({ page }) => {
  await using shop = await watchShop();
  const of = (type: string) => shop.events().filter((event) => event.type === type);
  const reached = (step: number) => expect.poll(() => of("checkout").map((event) => event.step)).toContain(step);
  await page.goto(`${shop.url}/c/cozinha`);
  await page.getByRole("button", { name: "Yes, you may" }).click();
  await expect.poll(() => shop.types()).toContain("consent");
  await openFirst(page);
  await expect.poll(() => shop.types()).toContain("product");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("link", { name: "Check out" }).click();
  await reached(1);
  await page.getByLabel("Full name").fill("Typed Secret");
  await page.getByLabel("Postcode").fill("01310-100");
  await page.getByLabel("Street and number").fill("Typed Secret 7");
  await page.getByRole("button", { name: "Go on" }).click();
  await reached(2);
  await page.getByRole("button", { name: "Go on" }).click();
  await reached(3);
  await page.getByLabel("Card number").fill("4111111111111111");
  await page.getByLabel("Valid until").fill("12/30");
  await page.getByRole("button", { name: "Pay" }).click();
  await expect(page.getByRole("heading", { name: "Thank you! Order 2201" })).toBeVisible();
  await expect.poll(() => shop.types()).toContain("order");
  expect(of("cart-add")[0]?.products?.[0]).toMatchObject({ currency: "BRL", inStock: true });
  const steps = of("checkout").map(({ step, name, props }) => [step, name, props?.["shippingCents"]]);
  expect(steps).toEqual([
    [1, "address", undefined],
    [2, "shipping", 3_990],
    [3, "payment", 3_990],
  ]);
  const [order] = of("order");
  expect(order).toMatchObject({ orderRef: "2201", products: [{ quantity: 1 }] });
  expect(order?.totalCents).toBe((order?.products?.[0]?.priceCents ?? 0) + 3_990);
  expect(of("form").map(({ name }) => name)).toEqual(expect.arrayContaining(["begin", "send"]));
  const known = shop.batches.filter(({ consent }) => consent === "granted").map(({ visitor }) => visitor);
  expect(new Set(known).size).toBe(1);
  expect(known[0]).not.toBeNull();
  expect(shop.text()).not.toMatch(/Typed Secret|01310|4111/);
});

test("a visitor who says no is not seen any more, on this page and on the next", async ({ page }) => {
  await using shop = await watchShop();
  await page.goto(shop.url);
  await page.getByRole("button", { name: "No", exact: true }).click();
  await expect.poll(() => shop.batches.at(-1)?.consent).toBe("denied");
  const before = shop.events().length;
  const asked = page.waitForResponse(/\/collect\/v1\/site/);
  await page.goto(`${shop.url}/c/cozinha`);
  await asked;
  await openFirst(page);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("heading", { name: "Cart" }).waitFor();
  expect(shop.events()).toHaveLength(before);
});

test("a page that patches what browsers bring, and forbids storage, works as without the script", async ({ page, consoleGuard }) => {
  consoleGuard.allow("forbidden here");
  await using shop = await watchShop();
  await page.addInitScript(() => {
    Reflect.set(Array.prototype, "toJSON", () => "patched");
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new Error("forbidden here");
      },
    });
    Reflect.deleteProperty(window, "requestIdleCallback");
  });
  await page.goto(shop.url);
  await expect.poll(() => shop.types()).toContain("products");
  const state = await page.evaluate(() => {
    history.pushState({ own: true }, "", "/demo-shop/en/within");
    const entrepot: unknown = Reflect.get(window, "entrepot");
    const call = (name: string, ...args: unknown[]) => (Reflect.get(Object(entrepot), name) as (...args: unknown[]) => void)(...args);
    call("track", "odd", { list: [1], nested: { a: 1 } });
    call("push", ["nonsense", 1]);
    call("consent", "granted");
    return history.state as unknown;
  });
  expect(state).toEqual({ own: true });
  const pages = () => shop.events().flatMap(({ type, path }) => (type === "page" ? [path] : []));
  await expect.poll(pages).toContain("/demo-shop/en/within");
});

test("the demo shop of the simulators is heard by the app that runs beside them", async ({ page }) => {
  const { simulatorUrl, appUrl } = readSettings();
  const asked = page.waitForResponse(`${appUrl}/collect/v1/site?key=pk_local_demo_shop`);
  const loaded = page.waitForResponse(`${appUrl}/sdk/entrepot-shop.js`);
  await page.route("**/collect/v1/batch", (route) =>
    route.fulfill({ status: 202, json: {}, headers: { "access-control-allow-origin": "*" } }),
  );
  const sent = page.waitForRequest(`${appUrl}/collect/v1/batch`);
  await page.goto(`${simulatorUrl}/demo-shop/`);
  expect((await asked).status()).toBe(200);
  expect((await loaded).status()).toBe(200);
  expect((await sent).postDataJSON()).toMatchObject({ site: "pk_local_demo_shop", page: { language: "en-US" } });
});

test("the shop is open to everybody, with a keyboard and with a reader", async ({ page }) => {
  await using shop = await watchShop();
  for (const path of ["", "/c/cozinha", "/cart", "/search?q=nothing-like-it"]) {
    await page.goto(shop.url + path);
    await expectAccessible(page);
  }
});
