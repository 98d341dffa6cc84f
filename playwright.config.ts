import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/dev/find-browser.ts";
import { readSettings } from "./scripts/dev/settings.ts";

const executablePath = findBrowser();
const reportPath = process.env["ENTREPOT_E2E_REPORT"];

/** Sandboxing needs kernel rights that containers lack; the rest keeps the browser from calling home. */
const browserArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Both end what hangs. How fast a machine is decides no test.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ...(reportPath === undefined ? [] : [["json", { outputFile: reportPath }] satisfies [string, object]])],
  use: {
    baseURL: readSettings().appUrl,
    locale: "en-US",
    timezoneId: "America/Sao_Paulo",
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { args: browserArgs, ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
