import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { aFloor, givePin, pin, scan, takeTablet } from "#e2e/fixtures/floor.ts";
import { expectLegible } from "#e2e/fixtures/legible.ts";
import { test } from "#e2e/fixtures/test.ts";

test("a picker takes a tablet by PIN, picks by scanning, finishes without a connection, and it is booked when it is back", async ({
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
  await floor.ask("reserve", { type: "reserve", demandLine: "order-1", sku: floor.sku, qty: 3, rank: 1 });
  await floor.ask("plan", { type: "plan-picks", demandLines: ["order-1"], toBin: "STAGE-1" });

  await takeTablet(page, floor, picker.name);
  await expectAccessible(page);
  const pressed = page.getByRole("button", { name: "Pack", exact: true });
  const before = await pressed.boundingBox();
  await scan(page, "E:B:A-99-99:00");
  await expect(page.getByText(/Not a code of ours/).first()).toBeVisible();
  await scan(page, "ZZ-77-88");
  await expect(page.getByText(/Unknown code: ZZ-77-88\. Scan a bin, a SKU or barcode, a plate or a task/).first()).toBeVisible();
  // What is said must not push a button under a finger that is on its way.
  expect(await pressed.boundingBox()).toEqual(before);
  await page.getByRole("button", { name: /^Start: Pick, A-01-01/ }).click();
  await scan(page, "A-01-02");
  await expect(page.getByText("This is another bin.").first()).toBeVisible();
  await scan(page, "A-01-01");
  await scan(page, "KET-18");
  await expectAccessible(page);
  await page.getByRole("button", { name: "All 3" }).click();
  await expect(page.getByRole("heading", { name: "Pick: Bring to and scan" })).toBeVisible();

  await page.context().setOffline(true);
  await expect(page.getByText("Offline", { exact: true })).toBeVisible();
  await scan(page, "STAGE-1");
  await expect(page.getByText("1 to send")).toBeVisible();
  expect(await floor.unitsIn("STAGE-1")).toBe(0);
  await page.reload();
  await expect(page.getByText("1 to send")).toBeVisible();
  await expect(page.getByText(/waits to be sent/)).toBeVisible();

  await page.context().setOffline(false);
  await expect(page.getByText("0 to send")).toBeVisible();
  await expect(page.getByText("Nothing waits to be done.")).toBeVisible();
  expect(await floor.unitsIn("STAGE-1")).toBe(3);
});

test("a count that others overtook is not booked, and nothing else is shown until the picker has seen it", async ({
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
  await floor.ask("plan", { type: "plan-count", binId: "A-01-01" });
  await takeTablet(page, floor, picker.name);
  await page.getByRole("button", { name: /^Start: Count, A-01-01/ }).click();
  await scan(page, "A-01-01");
  await expect(page.getByRole("heading", { name: "Count: Scan what lies here" })).toBeVisible();
  await page.context().setOffline(true);
  await floor.ask("more", { type: "receive", sku: floor.sku, binId: "A-01-01", qty: 1 });
  await scan(page, "KET-18");
  await page.getByRole("button", { name: "9", exact: true }).click();
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("button", { name: "That is all" }).click();
  await expect(page.getByText("1 to send")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole("heading", { name: "1 thing was not booked" })).toBeVisible();
  await expect(page.getByText("It changed meanwhile. Look again.").first()).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Electric kettle · 9 units" }).first()).toBeVisible();
  await expect(page.getByText("Nothing was changed on the books.", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await expectLegible(page, "what was refused");
  await page.getByRole("button", { name: "I have seen it" }).click();
  await expect(page.getByRole("heading", { name: /^Tasks/ })).toBeVisible();
  // It was seen: the next screen says no more of it.
  await expect(page.getByRole("main").getByText("It changed meanwhile.", { exact: false })).toHaveCount(0);
  expect(await floor.unitsIn("A-01-01")).toBe(10);
});

test("the floor says that the office session ends before it ends it", async ({ newWorkspace, openAs, consoleGuard }) => {
  consoleGuard.allow("400 (Bad Request)");
  const team = await newWorkspace();
  const page = await openAs(team.owner);
  await page.goto("/floor");
  await expect(page.getByRole("heading", { name: "This browser becomes a tablet" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to the office" }).click();
  await expect(page).toHaveURL(/\/overview$/);
  await page.goto("/floor");
  await page.getByRole("button", { name: "End my session and go on" }).click();
  await expect(page.getByRole("heading", { name: "Pair this tablet" })).toBeVisible();
  await page.getByLabel("Code").fill("ABCDE-FGHJK");
  await page.getByRole("button", { name: "Pair" }).click();
  await expect(page.getByText("This code was used, has expired or was typed differently. Ask for a new one.")).toBeVisible();
  await page.goto("/overview");
  await expect(page).toHaveURL(/\/login/);
});

test("a manager prepares a tablet, makes a badge and takes both back", async ({ newWorkspace, openAs }) => {
  const team = await newWorkspace();
  await aFloor(team);
  const page = await openAs(team.owner);
  await page.goto("/warehouse/tablets");
  await page.getByLabel("Name of the tablet").fill("Forklift");
  await page.getByRole("button", { name: "Make the code" }).click();
  await expect(page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)).toBeVisible();
  await expect(page.getByText("waits for its code")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make a badge for Olga Prado" }).click();
  await expect(page.getByRole("img", { name: "The badge of Olga Prado as bars" })).toBeVisible();
  await page.getByRole("button", { name: "Revoke Forklift" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke Forklift" }).click();
  await expect(page.getByText("revoked", { exact: true })).toBeVisible();
});

/** How high a button of the bar and what is below it stand, on tablets small and large. */
async function heights(page: Page): Promise<string[]> {
  const tops = [];
  for (let width = 600; width <= 900; width += 20) {
    await page.setViewportSize({ width, height: 1_000 });
    const [button, title] = await Promise.all([
      page.getByRole("button", { name: "Put down" }).boundingBox(),
      page.getByRole("heading", { level: 1 }).boundingBox(),
    ]);
    tops.push(`${width}: ${button?.y} ${title?.y}`);
  }
  return tops;
}

test("a wrong PIN and a lost connection are told without moving what is pressed", async ({
  newWorkspace,
  addMember,
  page,
  consoleGuard,
}) => {
  consoleGuard.allow("ERR_INTERNET_DISCONNECTED");
  consoleGuard.allow("400");
  const team = await newWorkspace();
  const picker = await addMember(team, "picker", "Paula Picker");
  await givePin(picker);
  const floor = await aFloor(team);
  await page.goto("/floor");
  await page.getByLabel("Code").fill(await floor.newCode());
  await page.getByRole("button", { name: "Pair" }).click();
  await page.getByRole("button", { name: picker.name }).click();
  const key = page.getByRole("button", { name: "1", exact: true });
  const before = await key.boundingBox();
  for (let pressed = 0; pressed < 6; pressed += 1) await key.click();
  await page.getByRole("button", { name: "Take the tablet" }).click();
  await expect(page.getByText("This is not the PIN.")).toBeVisible();
  expect(await key.boundingBox()).toEqual(before);

  for (const digit of pin) await page.getByRole("button", { name: digit, exact: true }).click();
  await page.getByRole("button", { name: "Take the tablet" }).click();
  await page.getByRole("button", { name: /Zone A/ }).click();
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const connected = await heights(page);
  await page.context().setOffline(true);
  await expect(page.getByText("Offline", { exact: true })).toBeVisible();
  expect(await heights(page)).toEqual(connected);
});
