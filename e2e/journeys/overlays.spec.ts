import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import { test } from "#e2e/fixtures/test.ts";

const phone = { width: 390, height: 844 };

async function check(page: Page, open: () => Promise<void>, shown: () => Promise<void>): Promise<void> {
  await open();
  await shown();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`what opens over a page is no barrier either: menus and dialogs, ${colorScheme}`, async ({ crew, openAs }) => {
    const page = await openLive(await openAs(crew.owner, { colorScheme }), "/settings/team");
    const dialog = (name: string) => expect(page.getByRole("dialog", { name })).toBeVisible();
    await check(
      page,
      () => page.keyboard.press("Control+k"),
      () => dialog("Commands"),
    );
    await check(
      page,
      () => page.keyboard.press("Shift+?"),
      () => dialog("Keyboard shortcuts"),
    );
    await check(
      page,
      () => page.getByRole("button", { name: `Remove ${crew.members.viewer.name}` }).click(),
      () => expect(page.getByRole("alertdialog")).toBeVisible(),
    );
    await check(
      page,
      async () => {
        await page.getByRole("complementary").getByRole("button", { name: crew.owner.name }).click();
        await page.getByRole("menuitem", { name: "Theme" }).press("ArrowRight");
      },
      () => expect(page.getByRole("menuitemradio", { name: "Dark" })).toBeVisible(),
    );
    await openLive(page, "/overview");
    await check(
      page,
      () =>
        page
          .getByRole("button", { name: /^How is this computed/ })
          .first()
          .click(),
      () => expect(page.getByRole("dialog")).toBeVisible(),
    );
  });

  test(`what opens over a page is no barrier either: lists and forms, ${colorScheme}`, async ({ crew, openAs, consoleGuard }) => {
    consoleGuard.allow("400 (Bad Request)");
    const page = await openLive(await openAs(crew.owner, { colorScheme }), "/settings/audit");
    await check(
      page,
      () => page.getByRole("button", { name: "Export" }).click(),
      () => expect(page.getByRole("menuitem", { name: "Download as CSV now" })).toBeVisible(),
    );
    await check(
      page,
      () => page.getByRole("row").getByRole("link").first().click(),
      () => expect(page.getByRole("dialog").getByText("What changed")).toBeVisible(),
    );
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await check(
      page,
      () => page.getByRole("button", { name: "Choose a period" }).click(),
      () => expect(page.getByRole("dialog")).toBeVisible(),
    );
    await openLive(page, "/settings/api-keys?new=1");
    await page.getByRole("button", { name: "Make key" }).click();
    await expect(page.getByRole("group", { name: "Permissions" }).getByRole("alert")).toBeVisible();
    await expectAccessible(page);
    await openLive(page, "/settings/profile");
    await page.getByRole("button", { name: "Save profile" }).click();
    await expect(toast(page, "Profile saved")).toBeVisible();
    await page.getByLabel("Time zone", { exact: true }).click();
    await page.getByPlaceholder("Search…").fill("Tokyo");
    await expect(page.getByRole("listbox").getByRole("option").first()).toContainText("Tokyo");
    await expectAccessible(page);
  });

  test(`the phone's sheet and an interrupted page are no barrier, ${colorScheme}`, async ({ crew, openAs, consoleGuard }) => {
    consoleGuard.allow(/ERR_INTERNET_DISCONNECTED|WebSocket/);
    const page = await openLive(await openAs(crew.owner, { colorScheme, viewport: phone }), "/overview");
    await check(
      page,
      () => page.getByRole("navigation", { name: "Menu" }).getByRole("button", { name: "More" }).click(),
      () => expect(page.getByRole("dialog", { name: "Menu" })).toBeVisible(),
    );
    await page.context().setOffline(true);
    await expect(page.getByText("This may be out of date")).toBeVisible();
    await expectAccessible(page);
  });
}

test("an error page of each kind is no barrier", async ({ crew, openAs, consoleGuard }) => {
  consoleGuard.allow(/40[34]/);
  const page = await openAs(crew.members.picker);
  for (const path of ["/settings/team", "/no-such-page", "/settings/nothing"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});
