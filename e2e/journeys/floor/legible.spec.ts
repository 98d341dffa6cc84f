import { expect, type Page } from "@playwright/test";
import { aFloor, givePin, pin, scan, type TestFloor } from "#e2e/fixtures/floor.ts";
import { expectLegible } from "#e2e/fixtures/legible.ts";
import { test } from "#e2e/fixtures/test.ts";

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();
const binCodePx = (page: Page, code: string) =>
  page.getByText(code, { exact: true }).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

/** Each screen a person with a tablet meets, by the way they meet it. */
async function walk(page: Page, floor: TestFloor, name: string, look: (screen: string) => Promise<void>): Promise<void> {
  await page.goto("/floor");
  await look("pairing");
  await page.getByLabel("Code").fill(await floor.newCode());
  await press(page, "Pair");
  await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();
  await look("people");
  await press(page, name);
  await look("PIN");
  for (const digit of pin) await press(page, digit);
  await press(page, "Take the tablet");
  await expect(page.getByRole("heading", { name: "Which zone?" })).toBeVisible();
  await look("zones");
  await press(page, /Zone A/);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await look("tasks");
  await scan(page, "E:B:A-99-99:00");
  await look("a verdict");
  await press(page, "Settings");
  await look("settings");
  await press(page, "Back");
  await press(page, /^Start: Pick, A-01-01/);
  await scan(page, "A-01-01");
  await expect(page.getByRole("heading", { name: "Pick: Scan the goods" })).toBeVisible();
  expect(await binCodePx(page, "A-01-01")).toBeGreaterThanOrEqual(48);
  await press(page, "Type a code");
  await look("a pick: goods, typed");
  await press(page, "Cancel");
  await scan(page, "KET-18");
  await look("a pick: how many");
  await press(page, "1");
  await press(page, "Confirm");
  await look("a pick: why fewer");
  await press(page, "None there");
  await look("a pick: whereto");
  await press(page, "One back");
  await press(page, "One back");
  await press(page, "Give the task back");
  await press(page, "Receive");
  await look("receiving: what");
  await scan(page, "(01)07891000315507(10)L1");
  await look("receiving: good until");
  await press(page, "No date on it");
  await look("receiving: how many");
  await press(page, "2");
  await press(page, "Confirm");
  await look("receiving: on which plate");
  await press(page, "No plate");
  await look("receiving: where");
  await scan(page, "STAGE-1");
  await expect(page.getByRole("heading", { name: "Received" })).toBeVisible();
  await look("received");
  await press(page, "To the tasks");
  await press(page, "Pack");
  await expect(page.getByText("No order waits to be packed.")).toBeVisible();
  await look("packing");
  await press(page, "To the tasks");
  await press(page, "Plates");
  await look("plates");
  await press(page, "New plate");
  await look("a new plate");
  await scan(page, "STAGE-1");
  await expect(page.getByText("Nothing is on it.")).toBeVisible();
  await look("a plate");
  await press(page, "Another plate");
  await press(page, "To the tasks");
  await press(page, /^Approvals/);
  await expect(page.getByText("8 units fewer")).toBeVisible();
  await look("an approval");
}

for (const viewport of [
  { width: 800, height: 1_280 },
  { width: 390, height: 844 },
]) {
  test(`all screens of the floor can be read at arm's length and pressed in gloves, ${viewport.width} wide`, async ({
    newWorkspace,
    addMember,
    page,
  }) => {
    const team = await newWorkspace();
    const manager = await addMember(team, "manager", "Mara Manager");
    const picker = await addMember(team, "picker", "Paula Picker");
    await givePin(manager);
    const floor = await aFloor(team);
    await floor.ask("gtin", {
      type: "put-items",
      items: [{ sku: floor.sku, code: "KET-18", title: "Electric kettle", gtin: "7891000315507" }],
    });
    await floor.ask("reserve", { type: "reserve", demandLine: "order-1", sku: floor.sku, qty: 3, rank: 1 });
    await floor.ask("plan", { type: "plan-picks", demandLines: ["order-1"], toBin: "STAGE-1" });
    const lost = { type: "adjust", sku: floor.sku, binId: "A-01-01", delta: -8, reason: "lost" };
    await picker.http.post(`/api/v1/zones/${floor.zoneId}/commands`, { data: { id: "lost", command: lost } });
    await page.setViewportSize(viewport);
    await walk(page, floor, manager.name, (screen) => expectLegible(page, screen));
  });
}
