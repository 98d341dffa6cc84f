import { expect } from "@playwright/test";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import { act, connect, expectArrival, untilSynced } from "#e2e/fixtures/shop.ts";
import { test } from "#e2e/fixtures/test.ts";
import { readSettings } from "#scripts/dev/settings.ts";

const { simulatorUrl } = readSettings();

test("a seller connects Shopee, sees the shop arrive and the next sale by itself, disconnects and erases what was kept later", async ({
  newWorkspace,
  openAs,
}) => {
  const { owner } = await newWorkspace();
  const page = await openAs(owner);
  await connect(page, "Shopee", "shop:2000003");
  await expectArrival(page, owner, { vendor: "shopee", sale: { shopId: 2_000_003, quantity: 1 } });
  await openLive(page, `/channels/${await untilSynced(owner)}`);
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disconnect and keep the data" }).click();
  await expect(page.getByRole("heading", { name: "No longer connected" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name }).click();
  await page.getByRole("button", { name: "Erase its data" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox").fill(name);
  await dialog.getByRole("button", { name: "Erase its data" }).click();
  await expect(page.getByText("No marketplace is connected yet.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "No longer connected" })).toBeHidden();
});

test("a channel whose access was taken back says so, is left alone, and works again once it is authorised", async ({
  newWorkspace,
  openAs,
}) => {
  const { owner } = await newWorkspace();
  const page = await openAs(owner);
  await connect(page, "Mercado Livre", "200600");
  const id = await untilSynced(owner);
  await act(owner, "mercado-livre", "revoke", { seller: 200_600 });
  await openLive(page, `/channels/${id}`);
  await page.getByRole("button", { name: "Read what is new" }).click();
  await expect(page.getByText("Needs you")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("The marketplace no longer accepts our access", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Authorise again" }).click();
  await page.waitForURL(new RegExp(`^${simulatorUrl}`));
  await page.locator('input[name=account][value="200600"]').check();
  await page.locator("button[value=allow]").click();
  await expect(page.getByText("Authorised again")).toBeVisible();
  await expect(page.getByText("Connected", { exact: true }).first()).toBeVisible();
});

test("a seller who says no comes back to a page that says that nothing was connected", async ({ newWorkspace, openAs }) => {
  const { owner } = await newWorkspace();
  const page = await openAs(owner);
  await openLive(page, "/channels");
  await page.getByRole("button", { name: "Connect Shopee" }).click();
  await page.waitForURL(new RegExp(`^${simulatorUrl}`));
  await page.locator("button[value=deny]").click();
  await expect(page.getByText("The channel was not connected")).toBeVisible();
  await page.getByRole("link", { name: "Back to the channels" }).click();
  await expect(page.getByText("No marketplace is connected yet.")).toBeVisible();
});

test("disconnecting asks what happens to the data, and erases it when told to", async ({ newWorkspace, openAs }) => {
  const { owner } = await newWorkspace();
  const page = await openAs(owner);
  await connect(page, "Mercado Livre", "200500");
  const id = await untilSynced(owner);
  await openLive(page, `/channels/${id}`);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(toast(page, "The channel is paused")).toBeVisible();
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", { name: "Disconnect" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("radio", { name: "Disconnect and erase the data" }).check();
  await dialog.getByRole("textbox").fill(name);
  await dialog.getByRole("button", { name: "Disconnect and erase the data" }).click();
  await expect(page.getByText("The channel is disconnected")).toBeVisible();
  await expect(page.getByText("No marketplace is connected yet.")).toBeVisible();
});
