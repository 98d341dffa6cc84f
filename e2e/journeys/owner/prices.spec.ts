import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import type { Person } from "#e2e/fixtures/people.ts";
import { act, connect, expectArrival, listingsOf } from "#e2e/fixtures/shop.ts";
import { test } from "#e2e/fixtures/test.ts";

/** Two fifths of each price, as a buyer's spreadsheet has them, with a line nobody can read. */
async function sheetOfCosts(owner: Person): Promise<string> {
  const sold = (await listingsOf(owner)).filter(({ variant }) => variant !== null);
  const lines = new Map(sold.map(({ variant, priceCents }) => [variant?.sku, (Math.round(priceCents * 0.4) / 100).toFixed(2)]));
  return [...[...lines].map(([sku, cost]) => `${sku};${cost}`), "UNKNOWN-1;5.00", "no amount here"].join("\n");
}

async function setCosts(page: Page, sheet: string): Promise<void> {
  await openLive(page, "/catalog");
  await page.getByRole("link", { name: "Set costs" }).click();
  await page.getByRole("textbox", { name: "SKUs and costs" }).fill(sheet);
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("1 line was not understood")).toBeVisible();
  await expect(page.getByRole("row", { name: /UNKNOWN-1/ })).toContainText("no such SKU");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Set \d+ costs$/ }).click();
  await expect(page.getByText(/^\d+ costs set\.$/)).toBeVisible();
  await expectAccessible(page);
}

async function followPriceAdvice(page: Page, owner: Person): Promise<void> {
  await openLive(page, "/recommendations?group=price");
  const apply = page.getByRole("button", { name: /^Change to R\$/ }).first();
  await expect(apply).toBeVisible({ timeout: 60_000 });
  // "Change to R$189.90: 14.9% above what the marketplace suggests"
  const [, price = "", title = ""] = /Change to (R\$[\d.,]+): (.+)/.exec((await apply.getAttribute("aria-label")) ?? "") ?? [];
  await apply.click();
  await expect(toast(page, "Applied. We measure it after 7 and 14 days.")).toBeVisible();
  await page.getByRole("link", { name: /^Applied/ }).click();
  const applied = page.getByRole("listitem").filter({ hasText: title }).first();
  await expect(applied.getByText("Predicted", { exact: true })).toBeVisible();
  await expectAccessible(page);
  const cents = Number(price.replaceAll(/\D/g, ""));
  await expect.poll(async () => (await listingsOf(owner)).map((one) => one.priceCents), { timeout: 60_000 }).toContain(cents);
}

/** What most listings on sale begin with. */
async function commonestWord(owner: Person): Promise<string> {
  const counts = new Map<string, number>();
  for (const { title } of await listingsOf(owner, "&status=active")) {
    const [first = ""] = title.split(" ");
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [word] = [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? [""];
  return word;
}

function matching(owner: Person, word: string) {
  return listingsOf(owner, `&search=${encodeURIComponent(word)}&status=active`);
}

async function pricesOf(owner: Person, word: string): Promise<Map<string, number>> {
  return new Map((await matching(owner, word)).map(({ id, priceCents }) => [id, priceCents]));
}

async function repriceAllShown(page: Page, word: string, count: number): Promise<void> {
  await openLive(page, `/listings?q=${encodeURIComponent(word)}&status=active`);
  await page.getByRole("checkbox", { name: "Select all rows on this page" }).check();
  await page.getByRole("button", { name: "Change price" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "How" }).selectOption("Up or down by percent");
  await dialog.getByRole("textbox", { name: /^Value/ }).fill("-5");
  await dialog.getByRole("button", { name: "Preview" }).click();
  await expect(dialog.getByRole("button", { name: `Change ${count} listings` })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: `Change ${count} listings` }).click();
}

test("a seller connects Mercado Livre, brings costs, follows an advice on a price, and reprices a range of which one is refused and the rest taken back", async ({
  newWorkspace,
  openAs,
}) => {
  const { owner } = await newWorkspace();
  const page = await openAs(owner);
  await connect(page, "Mercado Livre", "200400");
  await expectArrival(page, owner, { vendor: "mercado-livre", sale: { seller: 200_400, quantity: 1 } });
  await setCosts(page, await sheetOfCosts(owner));
  await followPriceAdvice(page, owner);

  const word = await commonestWord(owner);
  await openLive(page, `/listings?q=${encodeURIComponent(word)}&status=active`);
  const [first] = await matching(owner, word);
  await act(owner, "mercado-livre", "change-price", { listing: first?.listingRef, priceCents: 12_345 });
  await expect(page.getByRole("cell", { name: "R$123.45" }).first()).toBeVisible({ timeout: 60_000 });

  const before = await pricesOf(owner, word);
  expect(before.size).toBeGreaterThan(2);
  // The seller hands one price to the marketplace's own rule, and nobody tells us in time.
  const shown = await matching(owner, word);
  const kept = shown.find(({ listingRef }) => shown.filter((other) => other.listingRef === listingRef).length === 1);
  await act(owner, "mercado-livre", "automate-price", { listing: kept?.listingRef, webhooks: { drop: true } });
  await repriceAllShown(page, word, before.size);
  await expect(page.getByText("1 refused")).toBeVisible({ timeout: 60_000 });
  const refused = page.getByRole("row").filter({ hasText: "Refused" });
  await expect(refused).toHaveCount(1);
  await expect(refused).toContainText("The marketplace sets this price by its own rule.");
  await expectAccessible(page);
  const lowered = [...before].map(([id, cents]) => [id, id === kept?.id ? cents : Math.round((cents * 95) / 100)] as const);
  expect(await pricesOf(owner, word)).toEqual(new Map(lowered));

  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click();
  await expect.poll(() => pricesOf(owner, word), { timeout: 60_000 }).toEqual(before);
});
