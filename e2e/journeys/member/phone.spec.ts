import { expect } from "@playwright/test";
import { expectNoSidewaysScroll, openLive } from "#e2e/fixtures/console.ts";
import { ownerPages } from "#e2e/fixtures/pages.ts";
import { test } from "#e2e/fixtures/test.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("on a phone the bar at the bottom and its sheet lead everywhere", async ({ crew, openAs }) => {
  const page = await openLive(await openAs(crew.owner, phone), "/overview");
  const bar = page.getByRole("navigation", { name: "Menu" });
  await bar.getByRole("link", { name: "Orders" }).tap();
  await expect(page).toHaveURL("/orders");
  await bar.getByRole("button", { name: "More" }).tap();
  const sheet = page.getByRole("dialog", { name: "Menu" });
  await sheet.getByRole("link", { name: "Team" }).tap();
  await expect(page).toHaveURL("/settings/team");
  await expect(sheet).toHaveCount(0);
  await page.getByRole("button", { name: "Search or run a command" }).tap();
  await expect(page.getByRole("dialog", { name: "Commands" })).toBeVisible();
  await page.keyboard.press("Escape");
  await bar.getByRole("button", { name: "More" }).tap();
  await sheet.getByRole("button", { name: crew.owner.name }).tap();
  await page.getByRole("menuitem", { name: "Profile" }).tap();
  await expect(page).toHaveURL("/settings/profile");
});

test("on a phone people and entries are read and worked with, and nothing scrolls sideways", async ({ crew, openAs }) => {
  const page = await openLive(await openAs(crew.owner, phone), "/settings/team");
  const { name } = crew.members.viewer;
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  await expect(page.getByRole("combobox", { name: `Role of ${name}` })).toBeInViewport();
  await page.getByRole("button", { name: `Remove ${name}` }).tap();
  await expect(page.getByRole("alertdialog").getByRole("button", { name: "Cancel" })).toBeInViewport();
  await expectNoSidewaysScroll(page);
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).tap();
  await page.goto("/settings/audit");
  await page.getByRole("row").getByRole("link").first().tap();
  await expect(page.getByRole("dialog").getByText("What changed")).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("on a phone those who run the floor find it in the bar, and the way up from what they opened", async ({
  newWorkspace,
  addMember,
  openAs,
}) => {
  const team = await newWorkspace();
  const picker = await addMember(team, "picker");
  const made = async (path: string, data: object) =>
    (await (await team.owner.http.post(`/api/v1/${path}`, { data })).json()) as { id: string };
  const { id: warehouseId } = await made("warehouses", { code: "CD1", name: "Depot" });
  const { id } = await made("zones", { warehouseId, code: "A", name: "Zone A" });
  const page = await openLive(await openAs(picker, phone), `/warehouse/zones/${id}`);
  const crumbs = page.getByRole("navigation", { name: "Path" });
  await expect(crumbs.getByText("Zone A")).toBeVisible();
  await expect(page).toHaveTitle("Zone A · Entrepot");
  await crumbs.getByRole("link", { name: "Warehouse" }).tap();
  await expect(page).toHaveURL("/warehouse");
  const bar = page.getByRole("navigation", { name: "Menu" });
  await expect(bar.getByRole("link")).toHaveText(["Overview", "Warehouse", "In the house", "Orders"]);
  await bar.getByRole("link", { name: "In the house" }).tap();
  await expect(page).toHaveURL("/warehouse/orders");
  await expect(bar.getByRole("link", { name: "Warehouse" })).not.toHaveAttribute("aria-current");
});

// The walks for barriers see every page at 390.
test("no page is wider than a screen of 320", async ({ crew, openAs }) => {
  const page = await openAs(crew.owner, { ...phone, viewport: { width: 320, height: 700 } });
  for (const path of ownerPages) {
    await page.goto(path);
    await expectNoSidewaysScroll(page);
  }
});
