import { expect, type Page } from "@playwright/test";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import { test } from "#e2e/fixtures/test.ts";

const sheetsData = /\/catalog\/[^/]+\.data/;

/** Whatever the app is asked for by script gets no answer. */
async function cutOff(page: Page): Promise<void> {
  await page.route(/\.data(\?|$)/, (route) => route.abort("internetdisconnected"));
}

test("what was typed stays when no answer comes, and is sent later", async ({ newWorkspace, openAs, consoleGuard }) => {
  consoleGuard.allow("ERR_INTERNET_DISCONNECTED");
  const page = await openAs((await newWorkspace()).owner);
  await openLive(page, "/settings/workspace");
  const words = page.getByRole("textbox", { name: "About your shop" });
  await words.fill("We sell kettles to people who drink tea.");
  await cutOff(page);
  const save = page.getByRole("button", { name: "Save text" });
  await save.click();
  await expect(page.getByText("What you wrote is still here", { exact: false })).toBeVisible();
  await expect(words).toHaveValue("We sell kettles to people who drink tea.");
  await page.unroute(/\.data(\?|$)/);
  await save.click();
  await expect(toast(page, "saved")).toBeVisible();
  await page.reload();
  await expect(words).toHaveValue("We sell kettles to people who drink tea.");
});

test("a page that cannot be read again stays, and says so", async ({ newWorkspace, openAs, consoleGuard }) => {
  consoleGuard.allow("ERR_INTERNET_DISCONNECTED");
  const { owner } = await newWorkspace();
  const page = await openAs(owner);
  await openLive(page, "/activity");
  await expect(page.getByRole("heading", { name: "Activity" })).toBeVisible();
  await cutOff(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Activity" }).click();
  await expect(toast(page, "could not be read again")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Activity" })).toBeVisible();
});

test("without a network the next page leaves the frame standing, and comes by itself once it is back", async ({
  newWorkspace,
  openAs,
  consoleGuard,
}) => {
  consoleGuard.allow(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  const page = await openAs((await newWorkspace()).owner);
  await openLive(page, "/activity");
  const menu = page.getByRole("navigation", { name: "Main" });
  // Its scripts are here already; only the data is missing.
  await menu.getByRole("link", { name: "Notifications" }).click();
  await expect(page.getByRole("heading", { name: "Notifications" })).toBeVisible();
  await menu.getByRole("link", { name: "Activity" }).click();
  await expect(page.getByRole("heading", { name: "Activity" })).toBeVisible();
  await page.context().setOffline(true);
  await menu.getByRole("link", { name: "Notifications" }).click();
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await expect(menu).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole("heading", { name: "Notifications" })).toBeVisible();
});

test("a sheet that gets no answer leaves its list standing, and fills once there is one", async ({
  newWorkspace,
  openAs,
  consoleGuard,
}) => {
  consoleGuard.allow("ERR_INTERNET_DISCONNECTED");
  const { owner } = await newWorkspace();
  await owner.http.post("/api/v1/products", { data: { title: "Milk jug", brand: "Vila", variants: [{ sku: "JUG-1" }] } });
  const page = await openAs(owner);
  await openLive(page, "/catalog");
  await page.route(sheetsData, (route) => route.abort("internetdisconnected"));
  await page.getByRole("link", { name: "Milk jug" }).click();
  await expect(toast(page, "asked again by itself")).toBeVisible();
  await page.unroute(sheetsData);
  await expect(page.getByRole("dialog", { name: "Milk jug" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Milk jug" })).toBeVisible();
});

test("a sheet of what has gone meanwhile says so beside its list", async ({ newWorkspace, openAs, consoleGuard }) => {
  consoleGuard.allow("404");
  const { owner } = await newWorkspace();
  await owner.http.post("/api/v1/products", { data: { title: "Milk jug", variants: [{ sku: "JUG-1" }] } });
  const page = await openAs(owner);
  await openLive(page, "/catalog");
  await page.route(sheetsData, (route) => route.fulfill({ status: 404 }));
  await page.getByRole("link", { name: "Milk jug" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("This could not be read.", { exact: false })).toBeVisible();
  await page.unroute(sheetsData);
  await sheet.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("dialog", { name: "Milk jug" })).toBeVisible();
});
