import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { collectFrom, demoShop } from "#e2e/fixtures/collected.ts";
import { test } from "#e2e/fixtures/test.ts";

const storedNames = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("entrepot")));

test("a visitor who has answered nothing is seen, and nothing is left in their browser", async ({ page, context }) => {
  const collected = await collectFrom(context);
  await page.goto(`${demoShop}/search?q=chaleira&token=somebody`);
  await expect.poll(() => collected.types()).toContain("search");
  await page.getByRole("heading", { level: 3 }).first().getByRole("link").click();
  await expect.poll(() => collected.types()).toContain("product");
  expect(collected.types()).toEqual(expect.arrayContaining(["page", "search", "products", "click", "leave", "product"]));
  const search = collected.events().find(({ type }) => type === "search");
  expect(search).toMatchObject({ query: "chaleira", path: "/demo-shop/en/search?q=chaleira" });
  expect(search?.results).toBeGreaterThan(0);
  expect(new Set(collected.batches.map(({ visitor }) => visitor))).toEqual(new Set([null]));
  expect(collected.text()).not.toContain("somebody");
  expect(await storedNames(page)).toEqual([]);
  expect((await context.cookies()).map(({ name }) => name)).toEqual(["demo_shop"]);
});

test("a visitor who says yes is the same on every page up to the order, and nothing they type leaves", async ({ page, context }) => {
  const collected = await collectFrom(context);
  await page.goto(`${demoShop}/c/cozinha`);
  await page.getByRole("button", { name: "Yes, you may" }).click();
  await expect.poll(() => collected.types()).toContain("consent");
  await page.getByRole("heading", { level: 3 }).first().getByRole("link").click();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("link", { name: "Check out" }).click();
  await page.getByLabel("Full name").fill("Typed Secret");
  await page.getByLabel("Postcode").fill("01310-100");
  await page.getByLabel("Street and number").fill("Typed Secret 7");
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel("Card number").fill("4111111111111111");
  await page.getByLabel("Valid until").fill("12/30");
  await page.getByRole("button", { name: "Pay" }).click();
  await expect(page.getByRole("heading", { name: /Thank you! Order/ })).toBeVisible();
  await expect.poll(() => collected.types()).toContain("order");
  const of = (type: string) => collected.events().filter((event) => event.type === type);
  expect(of("cart-add")[0]?.products?.[0]).toMatchObject({ currency: "BRL", inStock: true });
  expect(of("checkout").map(({ step, name, props }) => [step, name, props?.["shippingCents"]])).toEqual([
    [1, "address", undefined],
    [2, "shipping", 3_990],
    [3, "payment", 3_990],
  ]);
  const [order] = of("order");
  expect(order?.products).toHaveLength(1);
  expect(order?.totalCents).toBe((order?.products?.[0]?.priceCents ?? 0) + 3_990);
  expect(of("form").map(({ name }) => name)).toEqual(expect.arrayContaining(["begin", "send"]));
  const known = collected.batches.filter(({ consent }) => consent === "granted").map(({ visitor }) => visitor);
  expect(new Set(known).size).toBe(1);
  expect(known[0]).not.toBeNull();
  expect(collected.text()).not.toMatch(/Typed Secret|01310|4111/);
});

test("a visitor who says no is not seen any more, on this page and on the next", async ({ page, context }) => {
  const collected = await collectFrom(context);
  await page.goto(demoShop);
  await page.getByRole("button", { name: "No", exact: true }).click();
  await expect.poll(() => collected.batches.at(-1)?.consent).toBe("denied");
  const before = collected.events().length;
  const asked = page.waitForResponse(/\/collect\/v1\/site/);
  await page.goto(`${demoShop}/c/cozinha`);
  await asked;
  await page.getByRole("heading", { level: 3 }).first().getByRole("link").click();
  await page.getByRole("button", { name: "Add to cart" }).waitFor();
  expect(collected.events()).toHaveLength(before);
});

test("a page that patches what browsers bring, and forbids storage, works as without the script", async ({ page, context }) => {
  const collected = await collectFrom(context);
  await page.addInitScript(() => {
    Object.defineProperty(Array.prototype, "toJSON", { value: () => "patched", configurable: true });
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("forbidden", "SecurityError");
      },
    });
    Reflect.deleteProperty(window, "requestIdleCallback");
    window.addEventListener("click", (event) => event.stopImmediatePropagation(), true);
  });
  await page.route(`${demoShop}/own`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<title>Own</title><button>Press</button><script async src="${new URL("/sdk/entrepot.js", test.info().project.use.baseURL).href}" data-site="pk_local_demo_shop"></script>`,
    }),
  );
  await page.goto(`${demoShop}/own`);
  await expect.poll(() => collected.types()).toContain("page");
  await page.evaluate(() => {
    history.pushState({ own: true }, "", "/demo-shop/en/within");
    Reflect.get(window, "entrepot").track("odd", { list: [1], nested: { a: 1 } });
    Reflect.get(window, "entrepot").push(["nonsense", 1]);
    Reflect.get(window, "entrepot").consent("granted");
  });
  await expect
    .poll(() =>
      collected
        .events()
        .filter(({ type }) => type === "page")
        .map(({ path }) => path),
    )
    .toContain("/demo-shop/en/within");
});

test("the shop is open to everybody: with a keyboard, with a reader, in the dark", async ({ page, context }) => {
  await collectFrom(context);
  for (const path of ["", "/c/cozinha", "/cart", "/search?q=nothing-like-it"]) {
    await page.goto(demoShop + path);
    await expectAccessible(page);
  }
});
