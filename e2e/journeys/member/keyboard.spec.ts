import { expect, type Page } from "@playwright/test";
import { openLive } from "#e2e/fixtures/console.ts";
import { test } from "#e2e/fixtures/test.ts";

async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim() ?? "");
}

test("the command palette finds and opens a page with the keyboard alone", async ({ crew, openAs }) => {
  const page = await openLive(await openAs(crew.owner), "/overview");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Commands" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("audit");
  await expect(palette.getByRole("option", { name: "Audit log" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/settings/audit");
  await expect(palette).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("zzzz");
  await expect(palette.getByRole("option", { name: "“zzzz” in Orders" })).toBeVisible();
  await expect(palette.getByRole("option", { name: "Audit log" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("invite");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/settings/team?invite=1");
  await expect(page.getByLabel("E-mail")).toBeFocused();
});

test("the palette offers only what the role may do", async ({ crew, openAs }) => {
  const page = await openLive(await openAs(crew.members.picker), "/overview");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Commands" });
  await expect(palette.getByRole("option", { name: "Activity" })).toBeVisible();
  for (const name of ["Team", "API keys", "Audit log", "Invite a teammate", "Make an API key"]) {
    await expect(palette.getByRole("option", { name }), name).toHaveCount(0);
  }
});

test("shortcuts explain themselves and leave typing alone", async ({ crew, openAs }) => {
  const page = await openLive(await openAs(crew.owner), "/settings/profile");
  await page.keyboard.press("Shift+?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await page.keyboard.press("[");
  await expect(page.getByRole("button", { name: "Expand sidebar" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Expand sidebar" })).toBeVisible();
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("");
  await name.pressSequentially("a?[b");
  await expect(name).toHaveValue("a?[b");
  await expect(help).toHaveCount(0);
});

test("the first Tab skips to the content", async ({ crew, openAs }) => {
  const page = await openLive(await openAs(crew.owner), "/overview");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  const isInMain = await page.evaluate(() => document.querySelector("main")?.contains(document.activeElement) ?? false);
  expect(isInMain, "the next stop is inside the content").toBe(true);
});

test("a dialog keeps the focus inside and gives it back", async ({ crew, openAs }) => {
  const page = await openLive(await openAs(crew.owner), "/settings/team");
  const trigger = page.getByRole("button", { name: `Remove ${crew.members.viewer.name}` });
  await trigger.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toBeVisible();
  const stops = new Set<string>();
  for (let press = 0; press < 8; press += 1) {
    expect(await dialog.evaluate((element) => element.contains(document.activeElement)), "focus stays inside").toBe(true);
    stops.add(await focusedName(page));
    await page.keyboard.press("Tab");
  }
  expect(stops.size).toBeGreaterThanOrEqual(3);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(trigger).toBeFocused();
});

test("one can sign in and walk the navigation without a mouse", async ({ crew, page }) => {
  await page.goto("/login");
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.keyboard.type(crew.owner.email);
  await page.getByLabel("Password", { exact: true }).focus();
  await page.keyboard.type(crew.owner.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/overview");
  await page.getByRole("link", { name: "Activity", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/activity");
  await expect(page.getByRole("link", { name: "Activity", exact: true })).toHaveAttribute("aria-current", "page");
});

test("the open page's entry is in sight however long the list of pages is", async ({ crew, openAs }) => {
  const page = await openLive(await openAs(crew.owner, { viewport: { width: 1280, height: 600 } }), "/delegations");
  const entry = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Tasks of other agents" });
  await expect(entry).toHaveAttribute("aria-current", "page");
  await expect(entry).toBeInViewport({ ratio: 1 });
});
