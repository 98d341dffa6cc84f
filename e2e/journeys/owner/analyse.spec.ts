import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectNoSidewaysScroll, openLive, toast } from "#e2e/fixtures/console.ts";
import type { Person } from "#e2e/fixtures/people.ts";
import { connect, listingsOf, untilSynced } from "#e2e/fixtures/shop.ts";
import { test } from "#e2e/fixtures/test.ts";

const card = (page: Page, name: string | RegExp) => page.locator("section").filter({ has: page.getByRole("heading", { name }) });
const points = (page: Page) => page.getByRole("list", { name: "Points" }).getByRole("listitem");

async function aShop(page: Page, owner: Person, shopId: number): Promise<string> {
  await connect(page, "Shopee", `shop:${shopId}`);
  await untilSynced(owner);
  await expect.poll(async () => (await listingsOf(owner, "&status=active")).length, { timeout: 60_000 }).toBeGreaterThan(5);
  const [first] = await listingsOf(owner, "&status=active&sort=quality");
  return first?.id ?? "";
}

async function lookWhereverOneCan(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });
}

test("a seller has a listing analysed, applies one point, sees what changed since, and takes it back", async ({
  newWorkspace,
  addMember,
  openAs,
}) => {
  const team = await newWorkspace();
  const page = await openAs(team.owner);
  const id = await aShop(page, team.owner, 2_000_005);
  await openLive(page, `/listings/${id}`);
  await page.getByRole("link", { name: "Analyse" }).click();
  await expect(page.getByText("Not analysed yet")).toBeVisible();
  await lookWhereverOneCan(page);
  await page.getByRole("button", { name: "Analyse", exact: true }).click();
  await expect(page.getByText(/^\d+ of 100$/).first()).toBeVisible();
  await expect(page.getByText("Answered by rules: no model is set up")).toBeVisible();
  await expect(points(page).first()).toBeVisible();
  await points(page).first().getByText("What it rests on").click();
  await lookWhereverOneCan(page);

  const watching = await openLive(await openAs(await addMember(team, "viewer")), `/listings/${id}/analyses`);
  await expect(points(watching).first()).toBeVisible();
  await expect(watching.getByRole("button", { name: /Analyse|Tell/ })).toHaveCount(0);

  const rewrites = card(page, "Another description");
  await rewrites.getByLabel("Apply: description").click();
  await lookWhereverOneCan(page);
  await rewrites.getByRole("button", { name: "Tell the marketplace" }).click();
  await expect(page.getByText("The marketplace took it.")).toBeVisible();
  const changes = card(page, "Words changed");
  await expect(changes.getByText("Applied", { exact: true })).toBeVisible();
  await expect(changes.getByText("Known after one whole day.")).toBeVisible();

  await page.getByRole("button", { name: "Analyse again" }).click();
  await expect(card(page, "Analyses").getByRole("link")).toHaveCount(2);
  await expect(page.getByRole("heading", { name: /^Since/ })).toBeVisible();
  await lookWhereverOneCan(page);

  await changes.getByRole("button", { name: "Take back: Description" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click();
  await expect(changes.getByText("Taken back", { exact: true })).toBeVisible();
});

test("CopyMaster proposes better words; approved they reach the marketplace, and taken back the old ones do", async ({
  newWorkspace,
  openAs,
}) => {
  const { owner } = await newWorkspace();
  const page = await openAs(owner);
  await aShop(page, owner, 2_000_006);
  await openLive(page, "/agents/copy-master");
  await page.getByRole("button", { name: "Look now: CopyMaster" }).click();
  await expect(toast(page, "The agent looks")).toBeVisible();
  await openLive(page, "/proposals?agent=copy-master");
  const proposals = page.getByRole("list", { name: "Proposals" }).getByRole("listitem");
  await expect(proposals.first()).toContainText(/Another (title|description)/, { timeout: 60_000 });
  await expect(proposals.first().locator("ins").first()).toBeVisible();
  await lookWhereverOneCan(page);
  const waiting = await proposals.count();
  await proposals
    .first()
    .getByRole("button", { name: /^Approve/ })
    .click();
  await expect(proposals).toHaveCount(waiting - 1);

  await page.goto("/proposals?agent=copy-master&state=applied");
  await expect(proposals).toHaveCount(1, { timeout: 60_000 });
  await expect(proposals.first()).toContainText("Known after one whole day.");
  await proposals.first().getByRole("link", { name: "Analysis" }).click();
  await expect(page.getByRole("button", { name: /^Analyse/ })).toBeVisible();
  await page.goBack();
  await proposals.first().getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take it back" }).click();
  await expect(proposals).toHaveCount(0);
});
