import { expect } from "@playwright/test";
import { aFloor, givePin, scan, takeTablet } from "#e2e/fixtures/floor.ts";
import { test } from "#e2e/fixtures/test.ts";

test.use({ serviceWorkers: "block" });

test("a station that could not be fetched says so, lets go, and is there as soon as there is a connection", async ({
  newWorkspace,
  addMember,
  page,
  consoleGuard,
}) => {
  consoleGuard.allow("ERR_FAILED");
  const team = await newWorkspace();
  const picker = await addMember(team, "picker", "Paula Picker");
  await givePin(picker);
  const floor = await aFloor(team);
  await page.route(/station-screen/, (route) => route.abort());
  await takeTablet(page, floor, picker.name);
  await page.getByRole("button", { name: "Receive", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Reading what this tablet kept" })).toBeVisible();
  await page.getByRole("button", { name: "To the tasks" }).click();
  await page.getByRole("button", { name: "Receive", exact: true }).click();
  await page.unroute(/station-screen/);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByRole("heading", { name: "Receive: Scan the goods" })).toBeVisible();
  await scan(page, "KET-18");
  await expect(page.getByRole("heading", { name: "Receive: How many?" })).toBeVisible();
});
