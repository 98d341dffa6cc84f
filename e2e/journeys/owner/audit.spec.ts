import { readFileSync } from "node:fs";
import { type Download, expect } from "@playwright/test";
import { openLive } from "#e2e/fixtures/console.ts";
import { test } from "#e2e/fixtures/test.ts";

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), "utf8");
}

test("the log can be filtered, an entry opened, and what is filtered taken away as a file", async ({ newWorkspace, addMember, openAs }) => {
  const team = await newWorkspace();
  await addMember(team, "viewer", "=1+1");
  const page = await openLive(await openAs(team.owner), "/settings/audit");
  const rows = page.getByRole("row");
  await expect(rows.filter({ hasText: "Workspace opened" })).toHaveCount(1);
  await page.goto("/settings/audit?action=member.joined");
  await expect(rows.filter({ hasText: "Member joined" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Workspace opened" })).toHaveCount(0);

  await rows.filter({ hasText: "Member joined" }).getByRole("link").first().click();
  const sheet = page.getByRole("dialog", { name: "Member joined" });
  await expect(sheet.getByText("=1+1").first()).toBeVisible();
  await expect(sheet.getByText("viewer", { exact: false }).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);

  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Download as CSV now" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
  const csv = await textOf(download);
  expect(csv.startsWith("\uFEFFtime_utc,")).toBe(true);
  const lines = csv.trimEnd().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1], "a spreadsheet must not compute a name").toContain("'=1+1");
  expect(lines[1]).not.toContain(",=1+1");
});

test("an export in the background is announced when it is ready and is the whole log", async ({ newWorkspace, addMember, openAs }) => {
  const team = await newWorkspace();
  await addMember(team, "viewer", 'Pessoa, com "aspas"');
  const page = await openLive(await openAs(team.owner), "/settings/audit");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Prepare a CSV in the background" }).click();
  const link = page.getByRole("link", { name: /Download the export of/ });
  await expect(link).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("link", { name: /Notifications, \d unread/ })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const csv = await textOf(download);
  expect(csv.startsWith("\uFEFFtime_utc,")).toBe(true);
  expect(csv).toContain('"Pessoa, com ""aspas"""');
  expect(csv).toContain("workspace.created");
});
