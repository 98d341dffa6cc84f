import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, expect, type Page } from "@playwright/test";
import { aFloor, givePin, scan, takeTablet } from "#e2e/fixtures/floor.ts";
import { test } from "#e2e/fixtures/test.ts";

/** As a battery ends. A page that is closed in good order is back online for its last moment, and what waits slips out. */
async function crash(browser: BrowserContext, page: Page): Promise<void> {
  const session = await browser.newCDPSession(page);
  const isOver = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => undefined);
  await isOver;
}

test("a tablet is installed with a worker, opens without a connection after its browser ended, and has every scan still", async ({
  newWorkspace,
  addMember,
  consoleGuard,
  launchOptions,
  baseURL,
  locale,
}) => {
  consoleGuard.allow("ERR_INTERNET_DISCONNECTED");
  const team = await newWorkspace();
  const picker = await addMember(team, "picker", "Paula Picker");
  await givePin(picker);
  const floor = await aFloor(team);
  await floor.ask("reserve", { type: "reserve", demandLine: "order-1", sku: floor.sku, qty: 2, rank: 1 });
  await floor.ask("plan", { type: "plan-picks", demandLines: ["order-1"], toBin: "STAGE-1" });
  const home = mkdtempSync(join(tmpdir(), "entrepot-tablet-"));
  const start = async () => {
    const browser = await chromium.launchPersistentContext(home, { ...launchOptions, baseURL: baseURL ?? "", locale: locale ?? "en-US" });
    consoleGuard.watch(browser);
    return { browser, page: browser.pages()[0] ?? (await browser.newPage()) };
  };
  try {
    const first = await start();
    await takeTablet(first.page, floor, picker.name);
    const manifest = await first.page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
      return (await fetch(link?.href ?? "")).json<Record<string, unknown>>();
    });
    expect(manifest).toMatchObject({ start_url: "/floor", scope: "/floor", display: "standalone" });
    const isKept = () =>
      first.page.evaluate(
        async () => (await navigator.serviceWorker.ready).active !== null && (await caches.match("/floor")) !== undefined,
      );
    await expect.poll(isKept).toBe(true);
    // A station that nobody has opened yet is kept as well.
    const kept = await first.page.evaluate(async () => (await (await caches.open("floor-shell-1")).keys()).map(({ url }) => url));
    expect(kept.filter((url) => url.includes("/station-screen-"))).toHaveLength(1);
    await first.page.getByRole("button", { name: /^Start: Pick/ }).click();
    await scan(first.page, "A-01-01");
    await scan(first.page, "KET-18");
    await first.page.getByRole("button", { name: "All 2" }).click();
    await first.browser.setOffline(true);
    // Until the page has heard of it, a scan still leaves by the open socket, and only its answer is lost.
    await expect(first.page.getByText("Offline", { exact: true })).toBeVisible();
    await scan(first.page, "STAGE-1");
    await expect(first.page.getByText("1 to send")).toBeVisible();
    await crash(first.browser, first.page);
    await first.browser.close();

    const second = await start();
    await second.browser.setOffline(true);
    await second.page.goto("/floor");
    await expect(second.page.getByText("1 to send")).toBeVisible();
    await expect(second.page.getByText("Offline", { exact: true })).toBeVisible();
    expect(await floor.unitsIn("STAGE-1")).toBe(0);
    await second.browser.setOffline(false);
    await expect(second.page.getByText("0 to send")).toBeVisible();
    expect(await floor.unitsIn("STAGE-1")).toBe(2);
    await second.browser.close();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
