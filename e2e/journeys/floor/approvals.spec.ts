import { expect } from "@playwright/test";
import { writeOwnCode } from "#app/domain/warehouse/barcodes/own-code.ts";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { aFloor, givePin, scan, takePerson, takeTablet } from "#e2e/fixtures/floor.ts";
import { test } from "#e2e/fixtures/test.ts";

test("a count that is far off waits, tells the picker nothing of the books, and a manager decides it by PIN", async ({
  newWorkspace,
  addMember,
  page,
}) => {
  const team = await newWorkspace();
  const picker = await addMember(team, "picker", "Paula Picker");
  const manager = await addMember(team, "manager", "Mara Manager");
  for (const person of [picker, manager]) await givePin(person);
  const floor = await aFloor(team);
  const frames: string[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(String(payload))));
  await takeTablet(page, floor, picker.name);
  async function count(found: string): Promise<void> {
    await page.getByRole("button", { name: /^Start: Count, A-01-01/ }).click();
    await scan(page, "A-01-01");
    await scan(page, "KET-18");
    await page.getByRole("button", { name: found, exact: true }).click();
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByRole("button", { name: "That is all" }).click();
    await expect(page.getByText("0 to send")).toBeVisible();
  }
  await floor.ask("plan", { type: "plan-count", binId: "A-01-01" });
  await count("1");
  await page.getByRole("button", { name: "Approvals 1" }).click();
  await expect(page.getByText("1 correction waits for a manager.")).toBeVisible();
  await expect(page.getByText("A manager takes the tablet with a PIN and decides.")).toBeVisible();
  await expectAccessible(page);
  expect(frames.join("")).not.toContain('delta":-');

  await page.getByRole("button", { name: "Put down" }).click();
  await takePerson(page, manager.name);
  await expect(page.getByRole("heading", { name: "Is this right?" })).toBeVisible();
  await expect(page.getByText("Books: 9, found: 1")).toBeVisible();
  await expect(page.getByText("8 units fewer")).toBeVisible();
  await expect(page.getByText(/^Paula Picker, /)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Count again" }).click();
  await expect(page.getByText("Nothing waits for you.")).toBeVisible();
  expect(await floor.unitsIn("A-01-01")).toBe(9);
  await page.getByRole("button", { name: "Put down" }).click();
  await takePerson(page, picker.name);
  await page.getByRole("button", { name: "To the tasks" }).click();
  await count("2");
  await page.getByRole("button", { name: "Put down" }).click();
  await takePerson(page, manager.name);
  await page.getByRole("button", { name: "Approvals 1" }).click();
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.getByText("Nothing waits for you.")).toBeVisible();
  expect(await floor.unitsIn("A-01-01")).toBe(2);
});

test("a badge shows a manager that something waits, and decides nothing", async ({ newWorkspace, addMember, page, openAs }) => {
  const team = await newWorkspace();
  const manager = await addMember(team, "manager", "Mara Manager");
  await givePin(manager);
  const floor = await aFloor(team);
  await takeTablet(page, floor, manager.name);
  await floor.ask("lost", { type: "adjust", sku: floor.sku, binId: "A-01-01", delta: -1, reason: "lost" });
  const office = await openAs(team.owner);
  await office.goto("/warehouse/tablets");
  // It is shown as bars alone, which a test cannot read: the answer is read on its way, as a browser keeps none that streams.
  const told = Promise.withResolvers<string>();
  await office.route("**/warehouse/tablets.data**", async (route) => {
    const response = await route.fetch();
    if (route.request().method() === "POST") told.resolve(await response.text());
    await route.fulfill({ response });
  });
  await office.getByRole("button", { name: "Make a badge for Mara Manager" }).click();
  const secret = /"([0-9A-HJKMNP-TV-Z]{16})"/.exec(await told.promise)?.[1] ?? "";
  const badge = writeOwnCode("badge", secret) ?? "";
  await page.getByRole("button", { name: "Put down" }).click();
  await scan(page, badge);
  await page.getByRole("button", { name: "Approvals" }).click();
  await expect(page.getByText("You took this tablet by badge.", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve", exact: true })).toBeHidden();
});
