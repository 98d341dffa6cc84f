import type { Page } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectNoSidewaysScroll } from "#e2e/fixtures/console.ts";
import { openPages, ownerPages } from "#e2e/fixtures/pages.ts";
import { enter } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

// Thousands of short steps: recording each would take longer than the steps.
test.use({ trace: "off" });

const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };
/** Each page in both themes, both languages and both widths, without trying all eight combinations. */
const looks = [
  { locale: "en", theme: "light", viewport: wide },
  { locale: "pt-BR", theme: "dark", viewport: wide },
  { locale: "en", theme: "dark", viewport: narrow },
  { locale: "pt-BR", theme: "light", viewport: narrow },
] as const;
type Look = (typeof looks)[number];

async function choose(page: Page, { locale, theme, viewport }: Look): Promise<void> {
  await page.setViewportSize(viewport);
  await page.request.post("/preferences", { form: { locale, theme }, headers: { "sec-fetch-site": "same-origin" }, maxRedirects: 0 });
}

for (const look of looks) {
  const name = `${look.locale}, ${look.theme}, ${look.viewport.width} wide`;

  test(`strangers meet no barrier on any page: ${name}`, async ({ page, consoleGuard }) => {
    consoleGuard.allow("404");
    await choose(page, look);
    for (const path of openPages) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  });

  test(`members meet no barrier on any page: ${name}`, async ({ openAs, playwright }) => {
    const owner = await enter(playwright, look.locale === "en" ? "owner@demo.test" : "admin@demo.test");
    const page = await openAs(owner);
    await choose(page, look);
    for (const path of ownerPages) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await owner.http.dispose();
  });
}
