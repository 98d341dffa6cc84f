import { expect } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { test } from "#e2e/fixtures/test.ts";

test("a mail shows up in the open mailbox by itself, and its link leads back into the app", async ({
  page,
  mailbox,
  newWorkspace,
  consoleGuard,
}) => {
  // The test's own tools put a script into every frame; the sandbox of a mail refuses that one too.
  consoleGuard.allow("Blocked script execution in 'about:srcdoc'");
  const { owner } = await newWorkspace();
  await page.goto("/dev/mailbox");
  const asked = await owner.http.post("/forgot", { form: { email: owner.email } });
  expect(asked.status()).toBe(200);
  const mail = await mailbox.waitFor(owner.email, /password/i);
  const entry = page.getByRole("navigation", { name: "Mails" }).getByRole("link", { name: `${mail.subject} ${owner.email}` });
  await entry.first().click();
  const article = page.getByRole("article", { name: mail.subject });
  await expect(article.getByRole("link", { name: "http://" })).toHaveAttribute("href", new RegExp(mailbox.linkIn(mail)));
  await expectAccessible(page);

  await article.getByRole("link", { name: "HTML" }).click();
  await expect(page.locator("iframe")).toHaveAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
