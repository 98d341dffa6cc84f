import { expect } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { aFloor, givePin, scan, takeTablet } from "#e2e/fixtures/floor.ts";
import { expectLegible } from "#e2e/fixtures/legible.ts";
import { aPickedOrder } from "#e2e/fixtures/picked-order.ts";
import { test } from "#e2e/fixtures/test.ts";

test("a packer scans each of an order's goods into its box, is stopped at what does not belong, and hands the parcel over", async ({
  newWorkspace,
  addMember,
  page,
}) => {
  const team = await newWorkspace();
  const picker = await addMember(team, "picker", "Paula Packer");
  await givePin(picker);
  const floor = await aFloor(team);
  const order = await aPickedOrder(team, floor, 200_700);
  await takeTablet(page, floor, picker.name);
  await page.getByRole("button", { name: "Pack", exact: true }).click();
  await expect(page.getByRole("button", { name: new RegExp(order.orderRef) })).toBeVisible();
  await expectAccessible(page);
  await scan(page, "KET-18");
  await expect(page.getByText("No order here waits for this.").first()).toBeVisible();
  await scan(page, order.orderRef);
  await expect(page.getByRole("heading", { name: "Pack: Scan each into the box" })).toBeVisible();
  await scan(page, "KET-18");
  await expect(page.getByText("This does not belong in this order. Take it out.").first()).toBeVisible();
  await expectAccessible(page);
  for (const code of order.codes) await scan(page, code);
  await expect(page.getByRole("heading", { name: "Pack: How many grams?" })).toBeVisible();
  // Scanned, and not in the box after all.
  await page
    .getByRole("button", { name: /^Take one out/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Pack: Scan each into the box" })).toBeVisible();
  await expectLegible(page, "a box that lacks one");
  await scan(page, order.codes[0] ?? "");
  await expect(page.getByRole("heading", { name: "Pack: How many grams?" })).toBeVisible();
  await expectAccessible(page);
  for (const digit of ["9", "0", "0"]) await page.getByRole("button", { name: digit, exact: true }).click();
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "Pack: Scan the carrier’s code" })).toBeVisible();
  expect(await order.stateNow()).toMatchObject({ state: "packed" });
  // A box that is closed is one that waits to be handed over, also for whoever comes next.
  await page.getByRole("button", { name: "Another order" }).click();
  await page.getByRole("button", { name: new RegExp(order.orderRef) }).click();
  await scan(page, "7891000315508");
  await expect(page.getByRole("heading", { name: "Pack: Hand it over?" })).toBeVisible();
  await scan(page, "BR123456789");
  await expect(page.getByText("BR123456789")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Hand it to the carrier" }).click();
  await expect(page.getByText("No order waits to be packed.")).toBeVisible();
  expect(await order.stateNow()).toMatchObject({ state: "shipped", trackingCode: "BR123456789" });
});
