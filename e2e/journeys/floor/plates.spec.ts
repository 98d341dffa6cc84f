import { expect } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { aFloor, givePin, scan, takeTablet } from "#e2e/fixtures/floor.ts";
import { test } from "#e2e/fixtures/test.ts";

test("a picker makes plates, puts goods on one, puts it into the other and moves both with all on them", async ({
  newWorkspace,
  addMember,
  page,
}) => {
  const team = await newWorkspace();
  const picker = await addMember(team, "picker", "Paula Picker");
  await givePin(picker);
  const floor = await aFloor(team);
  await takeTablet(page, floor, picker.name);
  // A plate that is scanned anywhere outside a task is asked what to do with.
  await scan(page, "LPN1");
  await expect(page.getByText("This plate is new.", { exact: false })).toBeVisible();
  await scan(page, "A-01-01");
  await expect(page.getByText("Nothing is on it.")).toBeVisible();
  await expectAccessible(page);
  await scan(page, "KET-18");
  await page.getByRole("button", { name: "4", exact: true }).click();
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "Put on: Scan where they lay" })).toBeVisible();
  await page.getByRole("button", { name: "They lay beside it" }).click();
  await expect(page.getByRole("list", { name: "On it" }).getByText("Electric kettle")).toBeVisible();

  await page.getByRole("button", { name: "Another plate" }).click();
  await page.getByRole("button", { name: "New plate" }).click();
  await scan(page, "STAGE-1");
  await expect(page.getByText("Stands in STAGE-1")).toBeVisible();
  const outer = await page.getByText(/^LPN[0-9A-Z]{10}$/).innerText();
  await scan(page, "LPN1");
  await page.getByRole("button", { name: "Move it with all on it" }).click();
  await scan(page, "LPN1");
  await expect(page.getByText("A plate cannot stand in itself.").first()).toBeVisible();
  await scan(page, outer);
  await expect(page.getByText(`In plate ${outer}`)).toBeVisible();
  expect(await floor.unitsIn("STAGE-1")).toBe(4);

  await scan(page, outer);
  await expect(page.getByText("Holds LPN1")).toBeVisible();
  await page.getByRole("button", { name: "Move it with all on it" }).click();
  await scan(page, "LPN1");
  await expect(page.getByText("A plate cannot stand in itself.").first()).toBeVisible();
  await scan(page, "A-01-02");
  await expect(page.getByText("Stands in A-01-02")).toBeVisible();
  expect(await floor.unitsIn("A-01-02")).toBe(4);

  await scan(page, "LPN1");
  await page.getByRole("button", { name: "Take goods off" }).click();
  await scan(page, "KET-18");
  await page.getByRole("button", { name: "9", exact: true }).click();
  await page.getByRole("button", { name: "Confirm" }).click();
  await scan(page, "A-01-01");
  await expect(page.getByText("There is not as much there as asked for.").first()).toBeVisible();
  await page.getByRole("button", { name: "One back" }).click();
  await page.getByRole("button", { name: "1", exact: true }).click();
  await page.getByRole("button", { name: "Confirm" }).click();
  await scan(page, "A-01-01");
  await expect(page.getByRole("list", { name: "On it" })).toBeVisible();
  expect([await floor.unitsIn("A-01-01"), await floor.unitsIn("A-01-02")]).toEqual([6, 3]);
});
