import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectLive } from "#e2e/fixtures/console.ts";
import { newAddress, newEmail, password } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

const passwordField = (page: Page) => page.getByLabel("Password", { exact: true });

async function fillSignIn(page: Page, email: string, secret: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await passwordField(page).fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("one press leads from the landing page into a live demo", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Explore the demo" }).first().click();
  await expect(page).toHaveURL("/overview");
  await expectLive(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Marina");
  await expect(page.getByRole("list", { name: "Activity" }).getByRole("listitem").first()).toBeVisible();
});

test("a visitor signs up, sets the workspace up, signs out and in again", async ({ page, mailbox }) => {
  const email = newEmail("founder");
  await page.setExtraHTTPHeaders({ "cf-connecting-ip": newAddress() });
  await page.goto("/signup");
  await page.getByLabel("Your name").fill("Lia Fundadora");
  await page.getByLabel("Name of your shop or company").fill("Casa Lia");
  await page.getByLabel("E-mail").fill(email);
  await passwordField(page).fill(password);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Back to the form" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the mailbox of this computer" })).toHaveAttribute("href", "/dev/mailbox");

  const link = mailbox.linkIn(await mailbox.waitFor(email, "Confirm"));
  await page.goto(link);
  await expect(page.getByText(`${email} will own the workspace Casa Lia.`)).toBeVisible();
  await page.getByRole("button", { name: "Confirm and open the workspace" }).click();

  await expect(page.getByRole("heading", { name: "What is your workspace called?" })).toBeVisible();
  await page.getByLabel("Workspace name").fill("Casa da Lia");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "Where does your day begin?" })).toBeFocused();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "What do you count in?" })).toBeFocused();
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByRole("heading", { name: "Casa da Lia is ready" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Choose a marketplace" })).toHaveAttribute("href", "/channels");
  await page.getByRole("link", { name: "Go to the overview" }).click();
  const steps = page.getByRole("region", { name: "First steps" });
  await expect(steps.getByText("0 of 7 done.")).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await steps.getByRole("button", { name: "Hide" }).click();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Lia");
  await expect(steps).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Lia");
  await expect(page.getByRole("link", { name: "Invite your team: you are the only one here" })).toBeVisible();

  await page.getByRole("complementary").getByRole("button", { name: "Lia Fundadora" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/login");
  await page.goto("/overview");
  await expect(page).toHaveURL(/\/login\?returnTo=/);
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL("/overview");

  await expectLive(page);
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
});

test("a forgotten password is replaced through a link that works once and ends every session", async ({
  page,
  mailbox,
  newWorkspace,
  openAs,
  consoleGuard,
}) => {
  const { owner } = await newWorkspace();
  const elsewhere = await openAs(owner);
  await elsewhere.goto("/overview");
  await expectLive(elsewhere);
  await page.setExtraHTTPHeaders({ "cf-connecting-ip": newAddress() });
  await page.goto("/login");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
  const link = mailbox.linkIn(await mailbox.waitFor(owner.email, /password/i));
  await page.goto(link);
  const next = "a brand new sentence";
  await page.getByLabel("New password", { exact: true }).fill(next);
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await expect(page).toHaveURL("/overview");
  await expect(elsewhere).toHaveURL(/\/login\?ended=revoked/);
  await expect(elsewhere.getByText("This session was ended")).toBeVisible();
  await mailbox.waitFor(owner.email, /changed/i);

  await expectLive(page);
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  consoleGuard.allow("400 (Bad Request)");
  await page.goto("/login");
  await fillSignIn(page, owner.email, password);
  await expect(page.getByText(/Address and password do not match/)).toBeVisible();
  await fillSignIn(page, owner.email, next);
  await expect(page).toHaveURL("/overview");
});

test("forged links of every kind end at one clear page", async ({ page }) => {
  for (const kind of ["confirm", "reset", "invite"]) {
    for (const token of ["forged", "x".repeat(300), "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "..%2f..%2fadmin"]) {
      await page.goto(`/${kind}/${token}`);
      await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
      await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();
    }
  }
});

test("signing in leads back to where one wanted to go, and nowhere else", async ({ page, newWorkspace }) => {
  const { owner } = await newWorkspace();
  await page.goto("/settings/audit?action=member.joined");
  await expect(page).toHaveURL(/\/login\?returnTo=/);
  await fillSignIn(page, owner.email, password);
  await expect(page).toHaveURL("/settings/audit?action=member.joined");
  for (const target of ["//evil.test", "https://evil.test/", "/\\evil.test", "javascript:alert(1)"]) {
    await page.goto(`/login?returnTo=${encodeURIComponent(target)}`);
    await expect(page, target).toHaveURL("/overview");
  }
});

test("a wrong password and an unknown address get the same words, and guessing is slowed down", async ({
  page,
  newWorkspace,
  consoleGuard,
}) => {
  const { owner } = await newWorkspace();
  consoleGuard.allow(/40[0-9]|429/);
  await page.setExtraHTTPHeaders({ "cf-connecting-ip": newAddress() });
  const words: string[] = [];
  for (const email of [owner.email, newEmail("nobody")]) {
    await page.goto("/login");
    await fillSignIn(page, email, "not the password");
    await expect(passwordField(page)).toHaveAttribute("aria-invalid", "true");
    words.push(await page.getByRole("main").innerText());
  }
  expect(words[0]).toBe(words[1]);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await owner.http.post("/login", { form: { email: owner.email, password: "not the password" }, maxRedirects: 0 });
  }
  await page.goto("/login");
  await fillSignIn(page, owner.email, password);
  await expect(page.getByText("Too many attempts. Wait a little and try again.")).toBeVisible();
  await expect(page).toHaveURL("/login");
});
