import { expect, type Page } from "@playwright/test";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import { test } from "#e2e/fixtures/test.ts";

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
