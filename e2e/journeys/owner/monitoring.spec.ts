import { expect } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectNoSidewaysScroll, openLive } from "#e2e/fixtures/console.ts";
import { writeFloorPast } from "#e2e/fixtures/floor-past.ts";
import { startOwnApp } from "#e2e/fixtures/own-app.ts";
import { signIn } from "#e2e/fixtures/sign-in.ts";
import { test } from "#e2e/fixtures/test.ts";

const idSchema = z.object({ id: z.string() });
const meSchema = z.object({ workspace: idSchema });
const membersSchema = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const seqSchema = z.object({ seq: z.int() });

test.describe.configure({ timeout: 240_000 });

test("alerts are looked after and ended, reports are found, and what a zone archived is searched and taken along", async ({ browser }) => {
  const app = await startOwnApp();
  try {
    const headers = { authorization: "Bearer ek_local_demo_owner", "content-type": "application/json" };
    const made = async (path: string, body: object) => {
      const answer = await fetch(`${app.url}/api/v1/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
      return idSchema.parse(await answer.json()).id;
    };
    const warehouseId = await made("warehouses", { code: "CDX", name: "Depot" });
    const zoneId = await made("zones", { warehouseId, code: "X", name: "Zone X" });
    const me = meSchema.parse(await (await fetch(`${app.url}/api/v1/me`, { headers })).json());
    const members = membersSchema.parse(await (await fetch(`${app.url}/api/v1/members`, { headers })).json());
    const owner = members.data.find(({ name }) => name === "Marina Alves");
    await app.kill();
    await writeFloorPast(app.stateDir, { workspaceId: me.workspace.id, zoneId, userId: owner?.id ?? "" }, Date.now());
    await app.start();

    const context = await browser.newContext({ baseURL: app.url, locale: "en-US", extraHTTPHeaders: { "accept-language": "en" } });
    const page = await context.newPage();
    await signIn(page, "owner@demo.test");
    await context.request.post("/preferences", { form: { locale: "en" }, headers: { "sec-fetch-site": "same-origin" }, maxRedirects: 0 });
    await openLive(page, "/warehouse/monitoring");
    const shorts = page.getByRole("listitem").filter({ hasText: "6 of 50" });
    await expect(shorts).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: /Zone X/ })).toHaveCount(2);
    await expectAccessible(page);
    await shorts.getByRole("button", { name: /I look after it/ }).click();
    await expect(shorts.getByText("Marina Alves", { exact: false })).toBeVisible();
    await shorts.getByRole("button", { name: /End it/ }).click();
    await expect(shorts).toHaveCount(0);
    await page.getByRole("link", { name: "Over", exact: true }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "6 of 50" })).toBeVisible();

    await page.getByRole("link", { name: "Reports", exact: false }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);

    await openLive(page, "/warehouse/monitoring");
    await page.getByRole("link", { name: "Archive of Zone X" }).click();
    await expect(page.getByText("2,000 events are archived.")).toBeVisible();
    await expect(page.getByRole("row")).toHaveCount(101);
    await expectAccessible(page);
    await page.getByLabel("Bin", { exact: true }).fill("A-DOCK");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page.getByRole("row")).toHaveCount(21);
    await expect(page.getByRole("cell", { name: "Marina Alves" })).toHaveCount(20);
    await page.getByRole("link", { name: "Clear" }).click();
    await expect(page.getByRole("row")).toHaveCount(101);
    await page.getByLabel("Who", { exact: true }).fill("marina alves");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page.getByRole("row")).toHaveCount(21);
    const file = await context.request.get(`/warehouse/zones/${zoneId}/archive/file?bin=A-DOCK&as=csv`);
    expect((await file.text()).trim().split("\r\n")).toHaveLength(21);
    const lines = await context.request.get(`/warehouse/zones/${zoneId}/archive/file?fromSeq=1990`);
    expect(
      (await lines.text())
        .trim()
        .split("\n")
        .map((line) => seqSchema.parse(JSON.parse(line)).seq),
    ).toEqual(Array.from({ length: 11 }, (_, index) => 1_990 + index));
    await page.getByLabel("From number").fill("nonsense");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page.getByText("This cannot be searched.", { exact: false })).toBeVisible();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`/warehouse/zones/${zoneId}/archive`);
    await expectNoSidewaysScroll(page);
    await context.close();
  } finally {
    await app.dispose();
  }
});
