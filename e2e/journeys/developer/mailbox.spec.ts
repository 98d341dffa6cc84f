import { expect } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { test } from "#e2e/fixtures/test.ts";

test("a mail shows up in the open mailbox by itself, and its link leads back into the app", async ({ page, request, mailbox, baseURL }) => {
  await page.goto("/dev/mailbox");
  const asked = await request.post("/forgot", { form: { email: "viewer@demo.test" }, headers: { origin: baseURL ?? "" } });
  expect(asked.status()).toBe(200);
  const mail = await mailbox.waitFor("viewer@demo.test");
  const entry = page.getByRole("navigation", { name: "Mails" }).getByRole("link", { name: "viewer@demo.test" });
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
