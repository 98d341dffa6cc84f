import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import { test } from "#e2e/fixtures/test.ts";

const bin = (page: Page, label: RegExp) => page.getByRole("button", { name: label });

test("a depot is laid out, filled, worked in by two and corrected with a manager's yes, and both see every step", async ({
  newWorkspace,
  addMember,
  openAs,
}) => {
  const team = await newWorkspace();
  const picker = await addMember(team, "picker");
  await team.owner.http.post("/api/v1/products", { data: { title: "Electric kettle", variants: [{ sku: "KET-18" }] } });
  const page = await openLive(await openAs(team.owner), "/warehouse");
  await page.getByRole("button", { name: "Add warehouse" }).first().click();
  await page.getByLabel("Code").fill("cd1");
  await page.getByLabel("Name").fill("Main depot");
  await page.getByRole("dialog").getByRole("button", { name: "Add warehouse" }).click();
  await expect(toast(page, "Main depot was added.")).toBeVisible();
  await page.getByRole("button", { name: "Add zone" }).click();
  await page.getByLabel("Code").fill("A");
  await page.getByLabel("Name").fill("Picking");
  await page.getByRole("dialog").getByRole("button", { name: "Add zone" }).click();
  await page.getByRole("link", { name: "Picking" }).click();

  await page.getByRole("button", { name: "Lay out bins" }).click();
  for (const [label, value] of [
    ["Aisles", "2"],
    ["Bays in each aisle", "3"],
    ["Levels in each bay", "1"],
  ] as const) {
    await page.getByLabel(label).fill(value);
  }
  await page.getByRole("dialog").getByRole("button", { name: "Lay out bins" }).click();
  await expect(toast(page, "6 bins are laid out.")).toBeVisible();
  await expect(bin(page, /^A-01-01-1: 0 units/)).toBeVisible();
  const other = await openLive(await openAs(picker), new URL(page.url()).pathname);

  await page.getByRole("button", { name: "Receive goods" }).click();
  await page.getByRole("button", { name: "Choose the SKU" }).click();
  await page.getByRole("button", { name: /KET-18/ }).click();
  await page.getByLabel("Bin", { exact: true }).fill("A-01-01-1");
  await page.getByLabel("Quantity").fill("12");
  await page.getByRole("dialog").getByRole("button", { name: "Receive goods" }).click();
  await expect(toast(page, "12 units are in A-01-01-1.")).toBeVisible();

  await bin(other, /^A-01-01-1: 12 units/).click();
  await other.getByRole("button", { name: "Move" }).click();
  await other.getByLabel("To bin").fill("A-02-03-1");
  await other.getByLabel("Quantity").fill("4");
  await other.getByRole("button", { name: "Move" }).click();
  await expect(toast(other, "4 units moved to A-02-03-1.")).toBeVisible();
  await expect(bin(page, /^A-02-03-1: 4 units/)).toBeVisible();

  await other.getByRole("button", { name: "Correct" }).click();
  await other.getByLabel("More or less").fill("-7");
  await other.getByRole("button", { name: "Correct" }).click();
  await expect(toast(other, "This correction waits for a manager.")).toBeVisible();
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(toast(page, "The correction is booked.")).toBeVisible();
  await expect(other.getByRole("dialog").getByText("1 unit", { exact: false })).toBeVisible();
  await expect(bin(page, /^A-01-01-1: 1 unit,/)).toBeVisible();
  await expectAccessible(page);

  await bin(page, /^A-02-03-1: 4 units/).click();
  await page.getByRole("button", { name: "Have it counted" }).click();
  await expect(page.getByRole("dialog").getByText("How many there should be is not shown.")).toBeVisible();
  await page.getByLabel("Counted").fill("5");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Book the count" }).click();
  await expect(toast(page, "The count of A-02-03-1 is booked.")).toBeVisible();
  await other.keyboard.press("Escape");
  await expect(bin(other, /^A-02-03-1: 5 units/)).toBeVisible();
});

test("bins come from a spreadsheet, and a map that lost its line knows what it missed when it is back", async ({
  newWorkspace,
  openAs,
}) => {
  const team = await newWorkspace();
  const { http } = team.owner;
  const made = async (path: string, data: object) => ((await (await http.post(path, { data })).json()) as { id: string }).id;
  const warehouseId = await made("/api/v1/warehouses", { code: "CD1", name: "Depot" });
  const zoneId = await made("/api/v1/zones", { warehouseId, code: "A", name: "Zone A" });
  const ask = async (id: string, command: object) => {
    const answer = await http.post(`/api/v1/zones/${zoneId}/commands`, { data: { id, command } });
    expect(await answer.json()).toMatchObject({ reply: { kind: "applied" } });
  };
  const place = { kind: "pick", aisle: "01", xMm: 0, yMm: 0, capacityUnits: null, rank: 1, isBlocked: false };
  await ask("bins", { type: "put-bins", bins: [{ id: "A-1", code: "A-1", ...place }] });
  const item = { sku: "kettle", code: "KET-18", title: "Kettle", gtin: null, tracksLots: false, tracksSerials: false };
  await ask("items", { type: "put-items", items: [item] });
  const page = await openLive(await openAs(team.owner), `/warehouse/zones/${zoneId}`);
  await expect(bin(page, /^A-1: 0 units/)).toBeVisible();
  await page.getByRole("button", { name: "Import bins" }).click();
  await page.getByLabel("Lines").fill("code;kind;x\nA-2;pick;1,5\nA-2;pick;2\na b;pick;1\nA-3;cellar;1\nA-4;bulk;4");
  await page.getByRole("dialog").getByRole("button", { name: "Import bins" }).click();
  await expect(page.getByText("3 lines are wrong. Nothing was imported.").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Import the good lines all the same").click();
  await page.getByRole("dialog").getByRole("button", { name: "Import bins" }).click();
  await expect(toast(page, "2 bins are laid out.")).toBeVisible();
  await expect(bin(page, /^A-4: 0 units/)).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByRole("main").getByText("Offline")).toBeVisible();
  await ask("in", { type: "receive", sku: "kettle", binId: "A-1", qty: 5 });
  await ask("out", { type: "adjust", sku: "kettle", binId: "A-1", delta: -1, reason: "lost" });
  await page.context().setOffline(false);
  await expect(bin(page, /^A-1: 4 units/)).toBeVisible();
  const check = await http.get(`/api/v1/zones/${zoneId}/check`);
  expect(await check.json()).toMatchObject({ drift: [] });
});
