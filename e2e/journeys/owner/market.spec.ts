import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectNoSidewaysScroll, openLive, toast } from "#e2e/fixtures/console.ts";
import type { Person } from "#e2e/fixtures/people.ts";
import { act, connect, listingsOf, untilSynced } from "#e2e/fixtures/shop.ts";
import { test } from "#e2e/fixtures/test.ts";

/** Every product costs two fifths of what it is sold for. */
async function setCosts(owner: Person): Promise<void> {
  const sold = (await listingsOf(owner)).filter(({ variant }) => variant !== null);
  const costs = [...new Map(sold.map(({ variant, priceCents }) => [variant?.sku, Math.round(priceCents * 0.4)]))];
  const answer = await owner.http.put("/api/v1/costs", { data: { costs: costs.map(([sku, costCents]) => ({ sku, costCents })) } });
  expect(answer.ok(), `costs: ${answer.status()}`).toBe(true);
}

const proposed = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      call: z.object({ tool: z.string(), input: z.object({ listingId: z.string(), fromCents: z.number(), toCents: z.number() }) }),
    }),
  ),
});

/** The first move the agent wants, as the API tells it. */
async function firstMove(owner: Person) {
  const { data } = proposed.parse(await (await owner.http.get("/api/v1/proposals?agent=price-watch&state=open&limit=1")).json());
  const [first] = data;
  if (first === undefined) throw new Error("no move was proposed");
  return first.call.input;
}

const priceOf = async (owner: Person, id: string) => (await listingsOf(owner)).find((listing) => listing.id === id)?.priceCents;

const linked = z.object({ variant: z.object({ productId: z.string() }) });

/** What the look saw stands in the line of time of the product, and leads to the listing. */
async function expectSeenPrices(page: Page, owner: Person, listingId: string): Promise<void> {
  const { variant } = linked.parse(await (await owner.http.get(`/api/v1/listings/${listingId}`)).json());
  await openLive(page, `/catalog/${variant.productId}/shoppers`);
  await page.getByRole("navigation", { name: "What to see" }).getByRole("link", { name: "Prices" }).click();
  await expect(page).toHaveURL(/kind=price$/);
  const seen = page.getByRole("list", { name: "What happened" }).getByRole("listitem");
  await expect(seen.filter({ has: page.locator(`a[href="/listings/${listingId}"]`) }).first()).toContainText("Price");
  await expect(seen.filter({ hasNotText: "Price" })).toHaveCount(0);
  await expectAccessible(page);
}

async function lookNow(page: Page, agent: string, path: string): Promise<void> {
  await openLive(page, path);
  await page.getByRole("button", { name: `Look now: ${agent}` }).click();
  await expect(toast(page, "The agent looks as soon as it has a hand free.")).toBeVisible();
}

test("the price watch proposes a move, a person approves it and takes it back, and the marketplace follows", async ({
  newWorkspace,
  openAs,
}) => {
  const { owner } = await newWorkspace();
  const page = await openAs(owner);
  await connect(page, "Mercado Livre", "200800");
  await untilSynced(owner);
  await setCosts(owner);
  await lookNow(page, "Price Watch", "/agents/price-watch");
  await expectAccessible(page);

  await openLive(page, "/proposals?agent=price-watch");
  const list = page.getByRole("list", { name: "Proposals" });
  await expect(list.getByRole("listitem").first()).toBeVisible({ timeout: 60_000 });
  const { listingId, fromCents, toCents } = await firstMove(owner);
  expect(await priceOf(owner, listingId)).toBe(fromCents);
  await expectSeenPrices(page, owner, listingId);
  await openLive(page, "/proposals?agent=price-watch");
  const first = list.getByRole("listitem").first();
  await first.getByText("What it is based on").click();
  await expect(first.getByText("Line of the price list")).toBeVisible();
  await expectAccessible(page);
  await first.getByRole("button", { name: /^Approve/ }).click();
  await expect(toast(page, "Approved.")).toBeVisible();
  await expect.poll(() => priceOf(owner, listingId), { timeout: 60_000 }).toBe(toCents);

  await openLive(page, "/proposals?state=applied");
  const done = list.getByRole("listitem").first();
  await done.getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take it back" }).click();
  await expect.poll(() => priceOf(owner, listingId), { timeout: 60_000 }).toBe(fromCents);
  await page.setViewportSize({ width: 390, height: 844 });
  await openLive(page, "/proposals?state=all");
  await expectNoSidewaysScroll(page);
});

test("a term that rises outside appears with its evidence, is watched, and let go again", async ({ newWorkspace, openAs, addMember }) => {
  const team = await newWorkspace();
  const { owner } = team;
  const page = await openAs(owner);
  await openLive(page, "/trends");
  await expect(page.getByText("Nothing moves yet")).toBeVisible();
  await expectAccessible(page);
  const made = await owner.http.post("/api/v1/products", { data: { title: "Copper watering can", variants: [{ sku: "CAN-1" }] } });
  expect(made.ok()).toBe(true);
  await act(owner, "trend-source", "rise", { region: "EU", term: "watering cans copper", percent: 120 });
  await lookNow(page, "Global Trends", "/agents/global-trends");

  await openLive(page, "/trends?own=true");
  const list = page.getByRole("list", { name: "Trends" });
  const trend = list.getByRole("listitem").filter({ hasText: "watering cans copper" }).first();
  await expect(trend).toBeVisible({ timeout: 60_000 });
  await expect(trend.getByText("Rising", { exact: true })).toBeVisible();
  await expect(trend.getByRole("link", { name: "Copper watering can" })).toBeVisible();
  await trend.getByText("Why, and how sure").click();
  await expect(trend.getByText(/comes by chance in less than/)).toBeVisible();
  await expectAccessible(page);
  await trend.getByRole("button", { name: /^Watch/ }).click();
  await expect(toast(page, "Watched. It stays on its own list.")).toBeVisible();
  await page.getByRole("link", { name: "Watched", exact: true }).click();
  await expect(trend).toBeVisible();
  await trend.getByRole("button", { name: /^Take up again/ }).click();
  await expect(page.getByText("Nothing is watched")).toBeVisible();

  const viewing = await openLive(await openAs(await addMember(team, "viewer")), "/trends");
  await expect(viewing.getByRole("list", { name: "Trends" }).getByRole("listitem").first()).toBeVisible();
  await expect(viewing.getByRole("button", { name: /^(Watch|Put aside)/ })).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await openLive(page, "/trends");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
