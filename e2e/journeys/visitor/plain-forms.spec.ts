import { expect, type Page } from "@playwright/test";
import { newAddress, newEmail, password } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

const passwordField = (page: Page) => page.getByLabel("Password", { exact: true });
const reveal = (page: Page) => page.getByRole("button", { name: "Show password" });

async function fillSignUp(page: Page, email: string): Promise<void> {
  await page.setExtraHTTPHeaders({ "cf-connecting-ip": newAddress() });
  await page.goto("/signup");
  await page.getByLabel("Your name").fill("Lia <b>Fundadora</b>");
  await page.getByLabel("Name of your shop or company").fill("Casa Lia");
  await page.getByLabel("E-mail").fill(email);
  await passwordField(page).fill(password);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with scripts turned ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("what is wrong has the focus and says why, and what was typed is still there, but for the password", async ({
      page,
      consoleGuard,
    }) => {
      consoleGuard.allow("400 (Bad Request)");
      await fillSignUp(page, "not an address");
      await page.getByRole("button", { name: "Create workspace" }).click();
      const email = page.getByLabel("E-mail");
      await expect(email).toBeFocused();
      await expect(email).toHaveAttribute("aria-invalid", "true");
      await expect(email).toHaveAccessibleDescription(/address/);
      await expect(email).toHaveValue("not an address");
      await expect(page.getByLabel("Your name")).toHaveValue("Lia <b>Fundadora</b>");
      await expect(page.getByLabel("Name of your shop or company")).toHaveValue("Casa Lia");
      await expect(passwordField(page)).toHaveValue("");
      expect(await page.content()).not.toContain(password);
    });

    test("a refusal of the whole form has the focus", async ({ page, consoleGuard, newWorkspace }) => {
      consoleGuard.allow("429");
      const { owner } = await newWorkspace();
      for (let attempt = 0; attempt < 10; attempt += 1) {
        await owner.http.post("/login", { form: { email: owner.email, password: "not the password" }, maxRedirects: 0 });
      }
      await page.goto("/login");
      await page.getByLabel("E-mail").fill(owner.email);
      await passwordField(page).fill(password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.locator(":focus")).toHaveText("Too many attempts. Wait a little and try again.");
      await expect(page.getByLabel("E-mail")).toHaveValue(owner.email);
    });

    test("language and theme change where one is", async ({ page }) => {
      await page.goto("/login?returnTo=%2Fsettings%2Fteam");
      await page.getByRole("button", { name: "Português (Brasil)" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Entrar");
      await page.getByRole("button", { name: "Escuro" }).click();
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
      await expect(page).toHaveURL("/login?returnTo=%2Fsettings%2Fteam");
    });
  });
}

test("a sign-up pressed again and again is sent once, and says meanwhile that it is on its way", async ({ page, mailbox }) => {
  const email = newEmail("hasty");
  const presses: { isBusy: string | null; text: string }[] = [];
  const hasWaited = Promise.withResolvers<void>();
  let sent = 0;
  // The page tells by itself: while a document is on its way, a locator waits for it before it looks at anything.
  await page.exposeFunction("tell", (press: (typeof presses)[number]) => {
    if (sent > 0) presses.push(press);
    if (presses.length === 5) hasWaited.resolve();
  });
  await page.route("**/signup", async (route) => {
    if (route.request().method() === "POST") {
      sent += 1;
      await hasWaited.promise;
    }
    await route.continue();
  });
  await fillSignUp(page, email);
  await page.getByRole("button", { name: "Create workspace" }).evaluate((button: HTMLButtonElement) => {
    const { tell } = window as unknown as { tell: (press: { isBusy: string | null; text: string }) => void };
    setInterval(() => {
      button.click();
      tell({ isBusy: button.ariaBusy, text: button.innerText });
    }, 50);
  });
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
  for (const { isBusy, text } of presses) {
    expect(isBusy).toBe("true");
    expect(text).toContain("Working");
  }
  await mailbox.waitFor(email, "Confirm");
  expect(sent).toBe(1);
});

test("a form that was stopped on its way can be sent again", async ({ page }) => {
  const email = newEmail("patient");
  let isHeld = true;
  await page.route("**/signup", (route) => (route.request().method() === "POST" && isHeld ? route.abort("aborted") : route.continue()));
  await fillSignUp(page, email);
  const button = page.getByRole("button", { name: "Create workspace" });
  await button.click();
  await expect(button).toHaveAttribute("aria-busy", "true");
  isHeld = false;
  await page.keyboard.press("Escape");
  await expect(button).not.toHaveAttribute("aria-busy");
  await button.click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
});

test("a password can be looked at and hidden again, and is sent as it was typed", async ({ page, newWorkspace }) => {
  const { owner } = await newWorkspace();
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(owner.email);
  await passwordField(page).fill(password);
  await expect(reveal(page)).toHaveAttribute("aria-pressed", "false");
  await reveal(page).click();
  await expect(passwordField(page)).toHaveAttribute("type", "text");
  await expect(reveal(page)).toHaveAttribute("aria-pressed", "true");
  await reveal(page).click();
  await expect(passwordField(page)).toHaveAttribute("type", "password");
  await reveal(page).click();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/overview");
});

test.describe("with scripts turned off", () => {
  test.use({ javaScriptEnabled: false });

  test("nothing promises what only a script can do, and signing in and out works", async ({ page, newWorkspace }) => {
    const { owner } = await newWorkspace();
    await page.goto("/settings/team");
    await expect(page).toHaveURL(/\/login\?returnTo=/);
    await expect(reveal(page)).toBeHidden();
    await page.getByLabel("E-mail").fill(owner.email);
    await passwordField(page).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/settings/team");
  });

  test("an account is made and its password replaced through mailed links", async ({ page, mailbox, consoleGuard }) => {
    consoleGuard.allow("400 (Bad Request)");
    const email = newEmail("scriptless");
    await fillSignUp(page, email);
    await page.getByRole("button", { name: "Create workspace" }).click();
    await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
    await page.goto(mailbox.linkIn(await mailbox.waitFor(email, "Confirm")));
    await page.getByRole("button", { name: "Confirm and open the workspace" }).click();
    await expect(page).toHaveURL("/welcome");
    await page.context().clearCookies();
    await page.goto("/forgot");
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    await page.goto(mailbox.linkIn(await mailbox.waitFor(email, /password/i)));
    const field = page.getByLabel("New password", { exact: true });
    await field.fill("short");
    await page.getByRole("button", { name: "Save and sign in" }).click();
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await field.fill("a brand new sentence");
    await page.getByRole("button", { name: "Save and sign in" }).click();
    await expect(page).toHaveURL("/welcome");
  });
});
