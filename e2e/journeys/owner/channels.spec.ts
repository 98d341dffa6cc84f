import { expect } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import type { Person } from "#e2e/fixtures/people.ts";
import { act, connect, untilSynced } from "#e2e/fixtures/shop.ts";
import { test } from "#e2e/fixtures/test.ts";
import { readSettings } from "#scripts/dev/settings.ts";

const { simulatorUrl } = readSettings();
const firstSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/** The pages about a row, with the first row of each list. */
async function rowPages(owner: Person): Promise<string[]> {
  const lists = { channels: "/channels", listings: "/listings", orders: "/orders", products: "/catalog" };
  const pages = Object.entries(lists).map(async ([list, page]) => {
    const { data } = firstSchema.parse(await (await owner.http.get(`/api/v1/${list}`)).json());
    return data[0] === undefined ? [] : [`${page}/${data[0].id}`];
  });
  return (await Promise.all(pages)).flat();
}

for (const { name, vendor, account, sale } of [
  { name: "Mercado Livre", vendor: "mercado-livre", account: "200400", sale: { seller: 200_400, quantity: 1 } },
  { name: "Shopee", vendor: "shopee", account: "shop:2000003", sale: { shopId: 2_000_003, quantity: 1 } },
]) {
  test(`a seller connects ${name}, sees the shop arrive, and the next sale comes by itself`, async ({ newWorkspace, openAs }) => {
    test.setTimeout(300_000);
    const { owner } = await newWorkspace();
    const page = await openAs(owner);
    await connect(page, name, account);
    await untilSynced(owner);
    await expect(page.getByText("Both sides counted")).toBeVisible({ timeout: 15_000 });
    const sold = async () =>
      z.object({ data: z.array(z.unknown()) }).parse(await (await owner.http.get("/api/v1/orders?limit=200")).json()).data.length;
    const before = await sold();
    expect(before).toBeGreaterThan(0);
    await act(owner, vendor, "sell", sale);
    await expect.poll(sold, { timeout: 30_000 }).toBe(before + 1);
    for (const path of await rowPages(owner)) {
      await openLive(page, path);
      await expectAccessible(page);
    }
  });
}

test("a channel whose access was taken back says so, is left alone, and works again once it is authorised", async ({
  newWorkspace,
  openAs,
}) => {
  test.setTimeout(300_000);
  const { owner } = await newWorkspace();
  const page = await openAs(owner);
  await connect(page, "Mercado Livre", "200600");
  const id = await untilSynced(owner);
  await act(owner, "mercado-livre", "revoke", { seller: 200_600 });
  await openLive(page, `/channels/${id}`);
  await page.getByRole("button", { name: "Read what is new" }).click();
  await expect(page.getByText("Needs you")).toBeVisible({ timeout: 30_000 });
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
  test.setTimeout(300_000);
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
