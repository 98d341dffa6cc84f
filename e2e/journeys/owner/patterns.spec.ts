import { expect } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectNoSidewaysScroll, openLive, toast } from "#e2e/fixtures/console.ts";
import { enter } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

test("before anything was counted the page says when the next count is", async ({ newWorkspace, openAs }) => {
  const page = await openLive(await openAs((await newWorkspace()).owner), "/patterns");
  await expect(page.getByText("Nothing was counted yet")).toBeVisible();
  await expect(page.getByText(/The next count is .+\d{2}:07/)).toBeVisible();
  await expectAccessible(page);
});

test("a pattern is pinned, put aside, taken up again, and made into advice and a trigger", async ({ openAs, playwright }) => {
  const owner = await enter(playwright, "owner@demo.test");
  const page = await openLive(await openAs(owner), "/patterns?period=all");
  const list = page.getByRole("list", { name: "Patterns" });
  const mop = list.getByRole("listitem").filter({ hasText: "mop giratório" });
  await expect(mop.getByRole("heading")).toHaveText(/^\d+ of \d+ who look for “mop giratório” find nothing\./);
  await mop.getByText("Why, and where it was seen").click();
  await expect(mop.getByText(/at most one in twenty/)).toBeVisible();
  await expectAccessible(page);

  await mop.getByRole("button", { name: /^Pin/ }).click();
  await expect(toast(page, "Pinned.")).toBeVisible();
  await mop.getByRole("button", { name: /^Unpin/ }).click();
  await mop.getByRole("button", { name: /^Put aside/ }).click();
  await page.getByRole("radio", { name: "It was a one-off" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Put aside" }).click();
  await expect(mop).toHaveCount(0);
  await toast(page, "Put aside.").getByRole("button", { name: "Undo" }).click();
  await expect(mop).toBeVisible();

  await mop.getByRole("button", { name: /^Make advice/ }).click();
  await expect(page).toHaveURL(/\/recommendations\?group=shoppers/);
  const advice = page.getByRole("list", { name: "Advice" }).getByRole("listitem").filter({ hasText: "mop giratório" });
  await expect(advice.getByRole("heading")).toHaveText(/^Shoppers: look for it in vain, in \d+ visits$/);
  await expectAccessible(page);
  await advice.getByRole("link", { name: "See the pattern" }).click();
  await expect(page).toHaveURL(/\/patterns\?period=all/);

  await mop.getByRole("link", { name: /^Make a trigger/ }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("mop giratório");
  await expect(page.getByRole("combobox").filter({ hasText: "search in vain" })).toHaveValue("search-in-vain");
  await expectAccessible(page);
  await owner.http.dispose();
});

test("periods lead to each other, and a phone shows them without scrolling sideways", async ({ openAs, playwright }) => {
  const owner = await enter(playwright, "owner@demo.test");
  const page = await openLive(await openAs(owner), "/patterns");
  await expect(page.getByRole("table", { name: "How far sessions come" }).getByRole("row")).toHaveCount(6);
  await page.getByRole("link", { name: /^Previous/ }).click();
  await expect(page.getByRole("link", { name: /^Next/ })).toBeVisible();
  await page.getByRole("link", { name: "Month", exact: true }).click();
  await expect(page).toHaveURL(/period=month/);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await owner.http.dispose();
});
