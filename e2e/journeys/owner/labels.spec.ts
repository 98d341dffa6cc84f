import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { openLive } from "#e2e/fixtures/console.ts";
import { aFloor } from "#e2e/fixtures/floor.ts";
import { test } from "#e2e/fixtures/test.ts";

/** The browser's own dialog cannot be looked at; what would go on paper can, while it is open. */
async function holdPrinting(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printing", "yes");
  });
}

/** What goes to the printer, as paper: how many pages, and their size in points. */
async function printed(page: Page): Promise<{ pages: number; size: string | undefined }> {
  await expect(page.locator("html[data-printing]")).toBeAttached();
  const file = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  const boxes = [...file.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) =>
    [width, height].map(Number).map(Math.round),
  );
  const done = () => {
    document.documentElement.removeAttribute("data-printing");
    window.dispatchEvent(new Event("afterprint"));
  };
  await page.evaluate(done);
  return { pages: boxes.length, size: boxes[0]?.join(" × ") };
}

async function download(page: Page, name: string): Promise<string> {
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  return readFile(await (await file).path(), "utf8");
}

test("labels of bins and plates come out on paper of their own size, and as a file for a label printer", async ({
  newWorkspace,
  openAs,
}) => {
  const team = await newWorkspace();
  const floor = await aFloor(team);
  const page = await openAs(team.owner);
  await holdPrinting(page);
  await openLive(page, `/warehouse/zones/${floor.zoneId}`);
  await page.getByRole("button", { name: "Print labels" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("img", { name: "A-01-01" })).toBeVisible();
  await expect(dialog.getByText("3 labels.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Print", exact: true }).click();
  // 100 by 50 mm, in points.
  expect(await printed(page)).toEqual({ pages: 3, size: "283 × 142" });
  expect((await download(page, "Download ZPL")).match(/\^FD(?:>.)?E:B:[^^]+/g)).toHaveLength(6);

  await dialog.getByLabel("For").selectOption("some");
  await dialog.getByLabel("Codes of the bins").fill("a-01-02, z-9");
  await expect(dialog.getByText("This zone has no Z-9.")).toBeVisible();
  await expect(dialog.getByRole("img", { name: "A-01-02" })).toBeVisible();

  await dialog.getByLabel("For").selectOption("new-plates");
  await dialog.getByLabel("How many").fill("30");
  await dialog.getByLabel("Paper").selectOption("a4-3x8");
  await dialog.getByLabel("Code", { exact: true }).selectOption("qr");
  await expect(dialog.getByText("30 labels. 2 sheets.")).toBeVisible();
  await dialog.getByRole("button", { name: "Print", exact: true }).click();
  expect(await printed(page)).toEqual({ pages: 2, size: "595 × 842" });
  await dialog.getByLabel("How many").fill("999");
  await dialog.getByLabel("Copies of each").fill("2");
  await expect(dialog.getByText("A thousand labels are the most at once.")).toBeVisible();
});

test("goods are labelled where the product is shown, with what is known of them in the code", async ({ newWorkspace, openAs }) => {
  const team = await newWorkspace();
  const variants = [{ sku: "TEA-250", gtin: "7891000315507" }];
  const made = await team.owner.http.post("/api/v1/products", { data: { title: "Green tea <b>&", variants } });
  const { id } = (await made.json()) as { id: string };
  const page = await openLive(await openAs(team.owner), `/catalog/${id}`);
  await page.getByRole("button", { name: "Print labels of TEA-250" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Lot").fill("AB 12");
  await expect(dialog.getByText("Lot: This cannot be printed.")).toBeVisible();
  await dialog.getByLabel("Lot").fill("AB-12");
  await dialog.getByLabel("Good until").fill("2027-02-28");
  await dialog.getByLabel("Code", { exact: true }).selectOption("qr");
  await expectAccessible(page);
  const zpl = await download(page, "Download ZPL");
  expect(zpl).toContain("https://id.gs1.org/01/07891000315507/10/AB-12?17=270228");
  expect(zpl).toContain("Green tea <b>&");
  const html = await team.owner.http.get(`/api/v1/products/${id}/labels?format=html&medium=50x25`);
  expect(await html.text()).toContain("Green tea &lt;b&gt;&amp;");
});

test("a tablet that opens the QR code of its pairing has the code filled in and is paired by a press", async ({
  newWorkspace,
  openAs,
  browser,
}) => {
  const team = await newWorkspace();
  const floor = await aFloor(team);
  const office = await openLive(await openAs(team.owner), "/warehouse/tablets");
  await office.getByLabel("Name of the tablet").fill("Tablet 7");
  await office.getByRole("button", { name: "Make the code" }).click();
  await expect(office.getByRole("img", { name: "The pairing code as a QR code" })).toBeVisible();
  await expectAccessible(office);
  const code = await floor.newCode();
  const context = await browser.newContext();
  const tablet = await context.newPage();
  await tablet.goto(`/floor/pair?code=${code}`);
  await expect(tablet.getByLabel("Code")).toHaveValue(code);
  await expectAccessible(tablet);
  await tablet.getByRole("button", { name: "Pair", exact: true }).click();
  await expect(tablet.getByRole("heading", { name: "Who are you?" })).toBeVisible();
  await context.close();
});
