import { expect, type Page } from "@playwright/test";
import { expectLive, liveStatus, openLive } from "#e2e/fixtures/console.ts";
import { newEmail } from "#e2e/fixtures/people.ts";
import { startOwnApp } from "#e2e/fixtures/own-app.ts";
import { test } from "#e2e/fixtures/test.ts";

const feed = (page: Page) => page.getByRole("list", { name: "Activity" });

/** Survives everything but a reload of the document. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute("data-marked", "yes"));
}
const expectNoReload = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-marked", "yes");

test("a page without a network says so, keeps what it has, and catches up by itself", async ({ newWorkspace, openAs, consoleGuard }) => {
  consoleGuard.allow(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  const { owner } = await newWorkspace();
  const page = await openLive(await openAs(owner), "/overview");
  await mark(page);
  const before = newEmail("before");
  await owner.http.post("/api/v1/invitations", { data: { email: before, role: "viewer" } });
  await expect(feed(page).getByText(`invited ${before}`)).toBeVisible();

  await page.context().setOffline(true);
  await expect(liveStatus(page)).toContainText(/Offline|Connecting/);
  await expect(page.getByText("This may be out of date")).toBeVisible();
  await expect(feed(page).getByText(`invited ${before}`)).toBeVisible();
  const meanwhile = [newEmail("first"), newEmail("second")];
  for (const email of meanwhile) await owner.http.post("/api/v1/invitations", { data: { email, role: "viewer" } });

  await page.context().setOffline(false);
  await expectLive(page);
  for (const email of meanwhile) await expect(feed(page).getByText(`invited ${email}`)).toHaveCount(1);
  await expect(page.getByText("This may be out of date")).toHaveCount(0);
  await expectNoReload(page);
});

test("a page whose server dies and comes back recovers by itself", async ({ page, consoleGuard }) => {
  consoleGuard.allow(/WebSocket|ERR_CONNECTION|ERR_EMPTY_RESPONSE|Failed to fetch|502|503/);
  const app = await startOwnApp();
  try {
    await page.goto(app.url);
    await page.getByRole("button", { name: "Explore the demo" }).first().click();
    await expectLive(page);
    await mark(page);
    await app.kill();
    await expect(liveStatus(page)).toContainText(/Connecting|Offline/);
    await expect(page.getByText("This may be out of date")).toBeVisible();
    await app.start();
    const email = newEmail("afterwards");
    const headers = { authorization: "Bearer ek_local_demo_owner" };
    await page.request.post(`${app.url}/api/v1/invitations`, { headers, data: { email, role: "viewer" } });
    await expect(liveStatus(page)).toHaveText("Live", { timeout: 60_000 });
    await expect(feed(page).getByText(`invited ${email}`)).toHaveCount(1);
    await expectNoReload(page);
  } finally {
    await app.dispose();
  }
});
