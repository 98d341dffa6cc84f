import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectNoSidewaysScroll, openLive, toast } from "#e2e/fixtures/console.ts";
import { test } from "#e2e/fixtures/test.ts";

const row = z.object({ id: z.string() });
const firings = (page: Page) => page.getByRole("list", { name: "Firings" }).locator("> li");

test("a trigger is made from what to watch for, tried on the past, switched on, fires once, and shows why", async ({
  newWorkspace,
  addMember,
  openAs,
  consoleGuard,
}) => {
  consoleGuard.allow("400");
  const team = await newWorkspace();
  const page = await openLive(await openAs(team.owner), "/triggers");
  await expect(page.getByText("No triggers yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "New trigger" }).click();
  await page.getByRole("link", { name: "somebody changes something" }).click();
  await page.getByRole("button", { name: "Make trigger" }).click();
  await expect(page.getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Name").fill("A new warehouse");
  await page.getByLabel("Condition 1: what").selectOption({ label: "What was done" });
  await page.getByLabel("Condition 1: value").selectOption({ label: "Warehouse opened" });
  await page.getByRole("checkbox", { name: "Owner" }).check();
  await page.getByLabel("What they read").fill("Somebody opened a warehouse");
  await page.getByRole("button", { name: "Make trigger" }).click();
  await expect(page.getByRole("heading", { name: "A new warehouse" })).toBeVisible();
  await expect(page.getByText("What was done is Warehouse opened")).toBeVisible();
  await expect(page.getByRole("button", { name: "Switch on" })).toHaveCount(0);

  const http = team.owner.http;
  row.parse(await (await http.post("/api/v1/warehouses", { data: { code: "CD1", name: "Main depot" } })).json());
  await page.getByRole("button", { name: "Try on past events" }).click();
  await expect(page.getByText(/It would have fired for 1 of \d+ events/)).toBeVisible();
  await expect(page.getByRole("list", { name: "Events it was tried on" }).getByText("Would fire", { exact: true })).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(toast(page, "It is on.")).toBeVisible();
  await expect(page.getByText("It has not fired yet.")).toBeVisible();

  row.parse(await (await http.post("/api/v1/warehouses", { data: { code: "CD2", name: "Second depot" } })).json());
  await expect(firings(page)).toHaveCount(1, { timeout: 120_000 });
  await expect(firings(page).getByText("Second depot").first()).toBeVisible();
  await expect(firings(page).getByText("Told 1 person")).toBeVisible({ timeout: 60_000 });
  await firings(page).getByText("What matched").click();
  await expect(firings(page).getByText(/What was done: Warehouse opened, asked: is Warehouse opened/)).toBeVisible();
  await expectAccessible(page);

  const watching = await openLive(await openAs(await addMember(team, "viewer")), "/triggers");
  await expect(watching.getByText("1 is on.")).toBeVisible();
  await expect(watching.getByRole("link", { name: "New trigger" })).toHaveCount(0);

  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.goto("/notifications");
  await page.getByText("Somebody opened a warehouse: Second depot").waitFor();
  await page.getByRole("link", { name: "See what the trigger saw" }).click();
  await expect(page.getByRole("heading", { name: "A new warehouse" })).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove A new warehouse" }).click();
  await expect(page.getByText("No triggers yet")).toBeVisible();
});

test("a webhook's secret is shown once, and another condition switches the trigger off", async ({ newWorkspace, openAs }) => {
  const team = await newWorkspace();
  const page = await openLive(await openAs(team.owner), "/triggers/new?template=sync-failed");
  await page.getByLabel("Call an address").fill("http://127.0.0.1:9/nobody");
  await page.getByRole("button", { name: "Make trigger" }).click();
  const secret = page.getByText(/^whs_[\w-]{20,}$/);
  await expect(secret).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go on to the trigger" }).click();
  await expect(page.getByRole("heading", { name: "A channel stays out of reach" })).toBeVisible();
  await expect(secret).toHaveCount(0);
  await page.getByRole("button", { name: "Try on past events" }).click();
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByText("On", { exact: true })).toBeVisible();
  await page.getByLabel("Times", { exact: true }).fill("3");
  await page.getByRole("button", { name: "Save trigger" }).click();
  await expect(page.getByText("Off", { exact: true })).toBeVisible();
});
