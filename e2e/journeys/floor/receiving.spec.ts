import { expect } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { aFloor, givePin, scan, takeTablet } from "#e2e/fixtures/floor.ts";
import { test } from "#e2e/fixtures/test.ts";

const milk = "(01)07891000315507(17)270131(10)L7";

test("a picker receives goods by their GS1 label, also some the zone has never had, and puts them away", async ({
  newWorkspace,
  addMember,
  page,
}) => {
  const team = await newWorkspace();
  const picker = await addMember(team, "picker", "Paula Picker");
  await givePin(picker);
  const floor = await aFloor(team);
  const variants = [{ sku: "MILK-1", gtin: "7891000315507", name: "" }];
  const made = await team.owner.http.post("/api/v1/products", { data: { title: "Milk", variants } });
  expect(made.status(), await made.text()).toBe(201);
  await takeTablet(page, floor, picker.name);
  await page.getByRole("button", { name: "Receive" }).click();
  await expect(page.getByRole("heading", { name: "Receive: Scan the goods" })).toBeVisible();
  await expect(page.getByText("This needs the connection.")).toBeVisible();
  await scan(page, "7891000000007");
  await expect(page.getByText(/This SKU does not exist/).first()).toBeVisible();
  await scan(page, milk);
  await expect(page.getByRole("heading", { name: "Receive: How many?" })).toBeVisible();
  await expect(page.getByText(/Lot L7 · good until Jan 31, 2027/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "6", exact: true }).click();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Receive: How many?" })).toBeVisible();
  await page.getByRole("button", { name: "6", exact: true }).click();
  await page.getByRole("button", { name: "Confirm" }).click();
  await scan(page, "LPN7");
  await scan(page, "STAGE-1");
  await expect(page.getByRole("heading", { name: "Received" })).toBeVisible();
  await expectAccessible(page);
  expect(await floor.unitsIn("STAGE-1")).toBe(6);

  await page.getByRole("button", { name: "Put away: A-01-02" }).click();
  await expect(page.getByRole("heading", { name: "Put away: Go to and scan" })).toBeVisible();
  await scan(page, "STAGE-1");
  await scan(page, "MILK-1");
  await page.getByRole("button", { name: "All 6" }).click();
  await scan(page, "A-01-02");
  await expect(page.getByText("0 to send")).toBeVisible();
  await expect.poll(() => floor.unitsIn("A-01-02")).toBe(6);
});

test("without a connection what was entered stays, says so, and is booked once when it is back", async ({
  newWorkspace,
  addMember,
  page,
  consoleGuard,
}) => {
  consoleGuard.allow("ERR_INTERNET_DISCONNECTED");
  const team = await newWorkspace();
  const picker = await addMember(team, "picker", "Paula Picker");
  await givePin(picker);
  const floor = await aFloor(team);
  await takeTablet(page, floor, picker.name);
  await page.getByRole("button", { name: "Receive" }).click();
  await scan(page, "KET-18");
  await page.getByRole("button", { name: "4", exact: true }).click();
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("button", { name: "No plate" }).click();
  await page.context().setOffline(true);
  await expect(page.getByText(/stays on this tablet; the last step needs the connection/)).toBeVisible();
  await scan(page, "STAGE-1");
  await expect(page.getByText("This needs the connection.").first()).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await scan(page, "STAGE-1");
  await expect(page.getByRole("heading", { name: "Received" })).toBeVisible();
  expect(await floor.unitsIn("STAGE-1")).toBe(4);
});
