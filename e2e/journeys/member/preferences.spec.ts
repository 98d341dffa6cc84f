import { expect, type Page } from "@playwright/test";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import { newAddress } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

const html = (page: Page) => page.locator("html");

test("a stranger's language and theme stay, on every page and without scripts", async ({ browser, consoleGuard }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-US" });
  consoleGuard.watch(context);
  const page = await context.newPage();
  for (const path of ["/", "/login"]) {
    await context.clearCookies();
    await page.goto(path);
    await expect(html(page)).toHaveAttribute("lang", "en");
    await page.getByRole("button", { name: "Português (Brasil)" }).click();
    await expect(page).toHaveURL(path);
    await expect(html(page)).toHaveAttribute("lang", "pt-BR");
    await page.getByRole("button", { name: "Escuro" }).click();
    await expect(html(page)).toHaveAttribute("data-theme", "dark");
    await page.goto("/forgot");
    await expect(html(page)).toHaveAttribute("lang", "pt-BR");
    await expect(html(page)).toHaveAttribute("data-theme", "dark");
  }
  await context.close();
});

test("the browser's language is spoken until one is chosen", async ({ browser, consoleGuard }) => {
  const context = await browser.newContext({ locale: "pt-BR" });
  consoleGuard.watch(context);
  const page = await context.newPage();
  await page.goto("/login");
  await expect(html(page)).toHaveAttribute("lang", "pt-BR");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Entrar");
  await context.close();
});

test("a member's language, theme and time zone follow to the next device", async ({ newWorkspace, openAs, browser, consoleGuard }) => {
  const { owner } = await newWorkspace();
  const page = await openLive(await openAs(owner), "/settings/profile");
  await page.getByLabel("Language", { exact: true }).selectOption("pt-BR");
  await page.getByLabel("Theme", { exact: true }).selectOption("dark");
  await page.getByLabel("Time zone", { exact: true }).click();
  await page.getByRole("combobox", { name: "Search…" }).or(page.getByPlaceholder("Search…")).first().fill("Tokyo");
  await page.getByRole("option", { name: /Asia\/Tokyo/ }).click();
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(html(page)).toHaveAttribute("lang", "pt-BR");
  await expect(html(page)).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Perfil");

  const device = await browser.newContext({ locale: "en-US", extraHTTPHeaders: { "cf-connecting-ip": newAddress() } });
  consoleGuard.watch(device);
  const there = await device.newPage();
  await there.goto("/login");
  await there.getByLabel("E-mail").fill(owner.email);
  await there.getByLabel("Password", { exact: true }).fill(owner.password);
  await there.getByRole("button", { name: "Sign in" }).click();
  await expect(there).toHaveURL("/overview");
  await expect(html(there)).toHaveAttribute("lang", "pt-BR");
  await expect(html(there)).toHaveAttribute("data-theme", "dark");
  await there.goto("/settings/audit");
  await there.getByRole("row").getByRole("link").first().click();
  await expect(there.getByRole("dialog").getByText("(Asia/Tokyo)")).toBeVisible();
  await device.close();
});

test("the person menu switches language and theme in place", async ({ newWorkspace, openAs }) => {
  const { owner } = await newWorkspace();
  const page = await openLive(await openAs(owner), "/activity");
  const person = page.getByRole("complementary").getByRole("button", { name: owner.name });
  await person.click();
  await page.getByRole("menuitem", { name: "Theme" }).press("ArrowRight");
  await page.getByRole("menuitemradio", { name: "Dark" }).press("Enter");
  await expect(html(page)).toHaveAttribute("data-theme", "dark");
  await person.click();
  await page.getByRole("menuitem", { name: "Language" }).press("ArrowRight");
  await page.getByRole("menuitemradio", { name: "Português (Brasil)" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Atividade");
  await expect(page).toHaveURL("/activity");
  await page.reload();
  await expect(html(page)).toHaveAttribute("lang", "pt-BR");
});

test("a saved profile can be taken back", async ({ newWorkspace, openAs }) => {
  const { owner } = await newWorkspace("Nome Antigo");
  const page = await openLive(await openAs(owner), "/settings/profile");
  await page.getByLabel("Name", { exact: true }).fill("Nome Novo");
  await page.getByRole("button", { name: "Save profile" }).click();
  await toast(page, "Profile saved").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Nome Antigo");
  await expect(page.getByRole("complementary").getByRole("button", { name: /Nome Antigo/ })).toBeVisible();
});

test("settings work without scripts", async ({ newWorkspace, openAs, consoleGuard }) => {
  consoleGuard.allow("400 (Bad Request)");
  const { owner } = await newWorkspace();
  const page = await openAs(owner, { javaScriptEnabled: false });
  await page.goto("/settings/profile");
  await page.getByLabel("Name", { exact: true }).fill("Ohne Skript");
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByText("Profile saved")).toBeVisible();
  await page.goto("/settings/team?invite=1");
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("Write an address like name@shop.com.")).toBeVisible();
  await page.getByLabel("E-mail").fill("plain@e2e.test");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("Invitation sent to plain@e2e.test")).toBeVisible();
  await page.goto("/settings/api-keys?new=1");
  await page.getByLabel("Name", { exact: true }).fill("Plain");
  await page.getByRole("checkbox", { name: /team:read/ }).check();
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByText(/^ek_local_/).first()).toBeVisible();
});
