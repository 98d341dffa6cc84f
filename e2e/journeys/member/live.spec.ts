import { expect } from "@playwright/test";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import { enter, newEmail } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

test("two browsers see the same new entry and each other without a reload", async ({ newWorkspace, addMember, openAs }) => {
  const team = await newWorkspace("Ana Primeira");
  const member = await addMember(team, "viewer", "Bento Segundo");
  const [first, second] = await Promise.all([openAs(team.owner), openAs(member)]);
  await Promise.all([openLive(first, "/overview"), openLive(second, "/overview")]);
  for (const page of [first, second]) {
    await expect(
      page.getByRole("main").getByRole("listitem").filter({ hasText: "Ana Primeira" }).filter({ hasText: "on Overview" }),
    ).toBeVisible();
    await expect(
      page.getByRole("main").getByRole("listitem").filter({ hasText: "Bento Segundo" }).filter({ hasText: "on Overview" }),
    ).toBeVisible();
  }
  const email = newEmail("live");
  await team.owner.http.post("/api/v1/invitations", { data: { email, role: "viewer" } });
  for (const page of [first, second]) await expect(page.getByText(`invited ${email}`)).toHaveCount(1);

  await second.getByRole("link", { name: "Activity", exact: true }).click();
  await expect(first.getByRole("listitem").filter({ hasText: "Bento Segundo" }).filter({ hasText: "on Activity" })).toBeVisible();
  await second.close();
  await expect(first.getByText("Only you right now.")).toBeVisible();
});

test("a notification arrives by itself, is marked as read, and the mark can be taken back", async ({ newWorkspace, addMember, openAs }) => {
  const team = await newWorkspace();
  const page = await openLive(await openAs(team.owner), "/notifications");
  await expect(page.getByText("No notifications yet")).toBeVisible();
  await addMember(team, "viewer", "Nina Nova");
  await expect(page.getByText("Nina Nova joined the team")).toBeVisible();
  await expect(page.getByRole("link", { name: "Notifications, 1 unread" })).toBeVisible();
  await page.getByRole("button", { name: "Mark as read: Nina Nova joined the team" }).click();
  await expect(page.getByRole("link", { name: "Notifications, 1 unread" })).toHaveCount(0);
  await toast(page, "Marked as read").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "Notifications, 1 unread" })).toBeVisible();
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByText("You have seen everything.")).toBeVisible();
});

test("a session that is ended from another device is thrown out at once", async ({ newWorkspace, openAs, playwright }) => {
  const { owner } = await newWorkspace();
  const phone = await enter(playwright, owner.email, owner.password);
  const userAgent = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";
  const [page, theirs] = await Promise.all([openAs(owner), openAs(phone, { userAgent })]);
  await Promise.all([openLive(page, "/settings/sessions"), openLive(theirs, "/overview")]);
  await expect(page.getByText("You are signed in on 2 devices.")).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Sign out (?!all)/ })
    .click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /Sign out/ })
    .click();
  await expect(theirs).toHaveURL("/login?ended=revoked");
  await expect(theirs.getByText("This session was ended")).toBeVisible();
  await expect(page.getByText("You are signed in on 1 device.")).toBeVisible();
  expect((await phone.http.get("/api/v1/me")).status()).toBe(401);
  expect((await owner.http.get("/api/v1/me")).status()).toBe(200);
  await phone.http.dispose();
});

test("a page keeps what it shows while nothing answers its reading, and catches up by itself", async ({
  newWorkspace,
  openAs,
  consoleGuard,
}) => {
  consoleGuard.allow(/net::ERR_CONNECTION_RESET|503/);
  const { owner } = await newWorkspace();
  const made = (path: string, data: object) => owner.http.post(`/api/v1/${path}`, { data });
  const { id: warehouseId } = (await (await made("warehouses", { code: "CD1", name: "Depot" })).json()) as { id: string };
  const page = await openLive(await openAs(owner), "/warehouse");
  await expect(page.getByRole("heading", { name: "Depot" })).toBeVisible();

  const failures = ["connectionreset", "unavailable"];
  await page.route("**/warehouse.data", (route) => {
    const failure = failures.shift();
    if (failure === undefined) return route.continue();
    return failure === "unavailable" ? route.fulfill({ status: 503 }) : route.abort("connectionreset");
  });
  const lost = page.waitForEvent("requestfailed");
  await made("zones", { warehouseId, code: "A", name: "Zone A" });
  await lost;
  await expect(page.getByRole("heading", { name: "Depot" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Zone A" })).toBeVisible();
  expect(failures).toEqual([]);
});
