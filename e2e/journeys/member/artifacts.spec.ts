import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectNoSidewaysScroll, openLive, toast } from "#e2e/fixtures/console.ts";
import { test } from "#e2e/fixtures/test.ts";

const made = z.object({ id: z.string() });
const when = { from: "2020-01-01", to: "2020-01-02", rolling: { kind: "last", unit: "day", count: 7 } };
const section = { title: "Orders of the week", query: { metric: "orders", grain: "day", when, compare: "previous" } };
const cards = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("region")
    .filter({ has: page.getByRole("button", { name: /^Read again/ }) });

test("an answer is kept, shared, found, compared with how it was, taken along, deleted and taken back", async ({
  newWorkspace,
  addMember,
  openAs,
  consoleGuard,
}) => {
  consoleGuard.allow("404");
  const team = await newWorkspace();
  const { http } = team.owner;
  const page = await openLive(await openAs(team.owner), "/artifacts");
  await expect(page.getByText("Nothing is kept yet")).toBeVisible();
  await expectAccessible(page);
  const { id } = made.parse(
    await (await http.post("/api/v1/artifacts", { data: { title: "Our week", kind: "chart", sections: [section] } })).json(),
  );
  await page.getByRole("link", { name: "Our week" }).click();
  await expect(page.getByRole("heading", { name: "Our week" })).toBeVisible();
  await page.getByRole("button", { name: "Show as it was" }).click();
  await expect(page.getByText(/^As it was on/)).toBeVisible();
  await expectAccessible(page);

  const viewer = await addMember(team, "viewer");
  expect((await viewer.http.get(`/api/v1/artifacts/${id}`)).status()).toBe(404);
  await page.getByRole("button", { name: "Share with everybody" }).click();
  await expect(toast(page, "Shared with everybody of the workspace.")).toBeVisible();
  const theirs = await openLive(await openAs(viewer), "/artifacts?search=WEEK");
  await expect(theirs.getByRole("link", { name: "Our week" })).toBeVisible();

  const pdf = await http.get(`/api/v1/artifacts/${id}/file?as=pdf`);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 8).toString()).toBe("%PDF-1.7");
  const csv = await (await http.get(`/api/v1/artifacts/${id}/file`)).text();
  expect(csv.split("\r\n")[0]).toContain("Day,Orders,Before");

  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Delete" }).click();
  await toast(page, "“Our week” was deleted.").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "Our week" })).toBeVisible();
});

test("a board begins with the usual numbers, is arranged by the keyboard, and others see it change", async ({
  newWorkspace,
  addMember,
  openAs,
}) => {
  const team = await newWorkspace();
  const picker = await addMember(team, "picker");
  const page = await openLive(await openAs(team.owner), "/dashboards");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Begin with the usual numbers" }).click();
  await expect(cards(page)).toHaveCount(6);
  await expectAccessible(page);
  const theirs = await openLive(await openAs(picker), new URL(page.url()).pathname);
  await expect(theirs.getByText("Your role may not see this number.")).toHaveCount(6);
  await page.getByRole("button", { name: "Move earlier: Orders, last 30 days" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Orders, last 30 days is now number 1 of 6.")).toHaveCount(1);
  await expect(theirs.getByRole("main").getByRole("heading", { level: 2 }).first()).toHaveText("Orders, last 30 days");

  await page.getByRole("button", { name: /Period of all answers/ }).click();
  await page.getByRole("button", { name: "this month" }).click();
  await expect(page.getByRole("button", { name: /Period of all answers: this month/ })).toBeVisible();
  await page.getByLabel("Size: GMV by channel").selectOption({ label: "Wide" });
  await expect(page.getByLabel("Size: GMV by channel")).toHaveValue("full");
  await page.getByRole("button", { name: "Unpin: Most sold products" }).click();
  await expect(cards(page)).toHaveCount(5);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test("a board fits a phone in the language with the longer words", async ({ newWorkspace, openAs }) => {
  const { owner } = await newWorkspace();
  await owner.http.post("/preferences", { form: { locale: "pt-BR", returnTo: "/chat" }, headers: { "sec-fetch-site": "same-origin" } });
  const page = await openAs(owner, { viewport: { width: 390, height: 844 } });
  await page.goto("/dashboards");
  await page.getByRole("button", { name: "Começar com os números de sempre" }).click();
  await expect(page.getByRole("button", { name: /^Período de todas as respostas/ })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("a board is scheduled, one comes at once with the numbers, and its link ends the mails", async ({ newWorkspace, openAs, mailbox }) => {
  const team = await newWorkspace();
  const { http } = team.owner;
  const { id } = made.parse(await (await http.post("/api/v1/dashboards", { data: { name: "For Monday" } })).json());
  await http.post("/api/v1/pins", { data: { dashboardId: id, section } });
  const page = await openLive(await openAs(team.owner), `/dashboards/${id}`);
  await page.getByRole("link", { name: "Schedule as a mail" }).click();
  await expectAccessible(page);
  await page.getByLabel("How often").selectOption({ label: "Every month" });
  await page.getByLabel("Day of the month").selectOption({ label: "31" });
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(page.getByText("Every month on day 31 at 08:00")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send me one now" }).click();
  await expect(page.getByRole("table").getByText("Sent", { exact: true })).toBeVisible({ timeout: 60_000 });
  const mail = await mailbox.waitFor(team.owner.email, "For Monday");
  expect(mail.text).toContain("Orders of the week");
  const link = /http\S+\/unsubscribe\/\S+/.exec(mail.text)?.[0] ?? "";
  await page.goto(new URL(link).pathname);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Stop these mails" }).click();
  await expect(page.getByText("You will not get these mails any more.")).toBeVisible();
  await page.getByRole("link", { name: "To Entrepot" }).click();
  await page.getByRole("link", { name: "For Monday" }).click();
  await expect(page.getByRole("button", { name: "Send it to me again" })).toBeVisible();
});
