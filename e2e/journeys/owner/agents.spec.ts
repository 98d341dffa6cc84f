import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectNoSidewaysScroll, openLive, toast } from "#e2e/fixtures/console.ts";
import type { Team } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

const row = z.object({ id: z.string() });
const products = z.object({ data: z.array(z.object({ variants: z.array(row) })) });

/** A zone with goods on three shelves, whose books are set right by hand whenever the test wants an agent to doubt them. */
async function aDoubtfulZone({ owner: { http } }: Team) {
  const post = async (path: string, data: unknown): Promise<unknown> => {
    const answer = await http.post(`/api/v1/${path}`, { data });
    expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
    return answer.json();
  };
  await post("products", { title: "Electric kettle", variants: [{ sku: "KET-18" }] });
  const { data } = products.parse(await (await http.get("/api/v1/products")).json());
  const sku = data[0]?.variants[0]?.id ?? "";
  const { id: warehouseId } = row.parse(await post("warehouses", { code: "CD1", name: "Main depot" }));
  const { id: zoneId } = row.parse(await post("zones", { warehouseId, code: "A", name: "Picking" }));
  let asked = 0;
  const ask = (command: Record<string, unknown>) => {
    asked += 1;
    return post(`zones/${zoneId}/commands`, { id: `doubt-${asked}`, command, expected: {} });
  };
  const shelves = ["A-01", "A-02", "A-03"];
  const bins = shelves.map((code, rank) => ({ id: code, code, kind: "pick", aisle: "1", xMm: 0, yMm: rank, capacityUnits: null, rank }));
  await ask({ type: "put-bins", bins: bins.map((bin) => ({ ...bin, isBlocked: false })) });
  const item = { sku, code: "KET-18", title: "Electric kettle", gtin: null };
  await ask({ type: "put-items", items: [item] });
  for (const binId of shelves) await ask({ type: "receive", sku, binId, qty: 20 });
  return { correct: (binId: string) => ask({ type: "adjust", sku, binId, delta: 1, reason: "found" }) };
}

const proposal = (page: Page, bin: string) => page.getByRole("list", { name: "Proposals" }).getByRole("listitem").filter({ hasText: bin });
const card = (page: Page, name: string) => page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });

test("an agent is paused, told what to measure by, tried dry, and resumed", async ({ newWorkspace, addMember, openAs, consoleGuard }) => {
  consoleGuard.allow("400");
  const team = await newWorkspace();
  const { correct } = await aDoubtfulZone(team);
  const page = await openLive(await openAs(team.owner), "/agents");
  const watching = await openLive(await openAs(await addMember(team, "viewer")), "/agents/warehouse-manager");
  await page.getByRole("button", { name: "Pause: Warehouse Manager" }).click();
  await expect(toast(page, "The agent is paused.")).toBeVisible();
  await expect(card(page, "Warehouse Manager").getByText("none while paused")).toBeVisible();
  await expect(watching.getByText("Paused", { exact: true })).toBeVisible();
  await expect(watching.getByRole("button", { name: /Look now|Resume|Save/ })).toHaveCount(0);
  await expect(watching.getByLabel("Minutes from look to look")).toBeDisabled();

  await page.getByRole("link", { name: "Warehouse Manager" }).click();
  const doubt = page.getByLabel("Corrections a day that make a bin doubtful");
  await doubt.fill("many");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(doubt).toHaveAttribute("aria-invalid", "true");
  await doubt.fill("1");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(toast(page, "Saved.")).toBeVisible();
  await expect(watching.getByLabel("Corrections a day that make a bin doubtful")).toHaveValue("1");
  await expectAccessible(page);

  await correct("A-01");
  await page.getByRole("button", { name: "Try dry: Warehouse Manager" }).click();
  await toast(page, "The dry run begins").getByRole("button", { name: "Show it" }).click();
  await expect(page.getByText("This was a dry run: nothing was changed.")).toBeVisible();
  const log = page.getByRole("list", { name: "What it heard, concluded and said" });
  await expect(log.getByText("Would have proposed: Have a bin counted")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/proposals");
  await expect(page.getByText("Nothing waits for a decision", { exact: true })).toBeVisible();

  await openLive(page, "/agents");
  await page.getByRole("button", { name: "Resume: Warehouse Manager" }).click();
  await expect(watching.getByText("On", { exact: true })).toBeVisible();
});

test("what an agent wants is approved, rejected and taken back, and the log tells all of it", async ({
  newWorkspace,
  addMember,
  openAs,
}) => {
  const team = await newWorkspace();
  const { correct } = await aDoubtfulZone(team);
  const page = await openLive(await openAs(team.owner), "/agents/warehouse-manager");
  await page.getByLabel("Corrections a day that make a bin doubtful").fill("1");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(toast(page, "Saved.")).toBeVisible();
  for (const bin of ["A-01", "A-02", "A-03"]) await correct(bin);
  const watching = await openLive(await openAs(await addMember(team, "viewer")), "/proposals");
  await page.getByRole("button", { name: "Look now: Warehouse Manager" }).click();
  await expect(watching.getByRole("heading", { name: "Count a bin that was corrected again and again" })).toHaveCount(3);
  await expect(watching.getByRole("button", { name: /Approve|Reject/ })).toHaveCount(0);

  await page.goto("/overview");
  await page.getByRole("link", { name: "Decide on 3 proposals of agents" }).click();
  await expect(proposal(page, "A-01")).toHaveCount(1);
  await expectAccessible(page);
  await proposal(page, "A-01")
    .getByRole("button", { name: /^Reject/ })
    .click();
  await expect(toast(page, "Rejected.")).toBeVisible();
  await expect(proposal(page, "A-01")).toHaveCount(0);
  await expect(proposal(watching, "A-01")).toHaveCount(0);
  await page.getByLabel("Select all shown").check();
  await page.getByRole("button", { name: "Approve selected" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Approve 2" }).click();
  await expect(page.getByText("Nothing waits for a decision", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Done", exact: true }).click();
  await expect(proposal(page, "A-02")).toContainText(`Approved by ${team.owner.name}`);
  await proposal(page, "A-02").getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take it back" }).click();
  await expect(proposal(page, "A-02")).toHaveCount(0);
  await page.getByLabel("State").selectOption("Taken back");
  await expect(proposal(page, "A-02")).toBeVisible();
  await proposal(page, "A-02").getByText("What it is based on").click();
  await page.getByRole("link", { name: /^Decision log/ }).click();
  const log = page.getByRole("list", { name: "What it heard, concluded and said" });
  for (const state of ["Rejected", "Done", "Taken back"]) await expect(log.getByText(state, { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [new URL(page.url()).pathname, "/agents", "/agents/warehouse-manager", "/agents/memory", "/proposals?state=all"]) {
    await openLive(page, path);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
});
