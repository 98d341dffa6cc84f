import { expect } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import { test } from "#e2e/fixtures/test.ts";

const idSchema = z.object({ id: z.string() });
const warehouseRows = z.object({ data: z.array(z.object({ zones: z.array(z.object({ onHand: z.number() })) })) });

test("a parcel that nobody announced is entered, taken in on hold, inspected piece by piece and closed", async ({
  newWorkspace,
  openAs,
  consoleGuard,
}) => {
  consoleGuard.allow("400 (Bad Request)");
  const team = await newWorkspace();
  const { http } = team.owner;
  const idOf = async (path: string, data: object) => idSchema.parse(await (await http.post(path, { data })).json()).id;
  await idOf("/api/v1/products", { title: "Electric kettle", variants: [{ sku: "KET-18" }] });
  const warehouseId = await idOf("/api/v1/warehouses", { code: "CD1", name: "Main depot" });
  const zoneId = await idOf("/api/v1/zones", { warehouseId, code: "A", name: "Picking" });
  const aBin = (code: string, kind: string, rank: number) => {
    const place = { id: code, code, kind, aisle: "1", xMm: rank * 1_000, yMm: 0, rank };
    return { ...place, isBlocked: false, capacityUnits: null };
  };
  const bins = [aBin("A-01", "pick", 1), aBin("A-RET", "quarantine", 2)];
  await http.post(`/api/v1/zones/${zoneId}/commands`, { data: { id: "lay-out-1", command: { type: "put-bins", bins } } });

  const page = await openLive(await openAs(team.owner), "/warehouse/returns");
  await expect(page.getByText("No returns here")).toBeVisible();
  await page.getByRole("button", { name: "New return" }).click();
  await page.getByRole("button", { name: "Choose the SKU" }).click();
  await page.getByRole("button", { name: /KET-18/ }).click();
  await page.getByLabel(/^KET-18/).fill("3");
  await page.getByLabel("Reason").selectOption("damaged");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Enter the return" }).click();
  await expect(page.getByRole("heading", { name: "Return R-1" })).toBeVisible();

  await expect(page.getByLabel("Bin", { exact: true })).toHaveValue("A-RET");
  await page.getByRole("button", { name: "Take in" }).click();
  await expect(toast(page, "The goods are in, on hold.")).toBeVisible();
  await expect(page.getByText("3 units on hold in A-RET, Picking")).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Quantity").fill("2");
  await page.getByRole("button", { name: "Book" }).click();
  await expect(page.getByText("Fill this in.")).toBeVisible();
  await page.getByLabel("To bin").fill("A-01");
  await page.getByRole("button", { name: "Book" }).click();
  await expect(page.getByText("1 unit on hold in A-RET, Picking")).toBeVisible();
  await page.getByLabel("What becomes of it").selectOption("scrap");
  await page.getByRole("button", { name: "Book" }).click();
  await expect(page.getByText("Thrown away")).toBeVisible();

  await page.getByRole("button", { name: "Close the return" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Close the return" }).click();
  await expect(page.getByText("closed", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Take in" })).toHaveCount(0);
  await expectAccessible(page);
  const onHand = async () => warehouseRows.parse(await (await http.get("/api/v1/warehouses")).json()).data[0]?.zones[0]?.onHand;
  await expect.poll(onHand).toBe(2);
});
