import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { provideBrowser } from "#scripts/dev/provide-browser.ts";
import { createDemoShop } from "#scripts/simulators/demo-shop/demo-shop.ts";
import { serveSimulators } from "#scripts/simulators/server.ts";
import { startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import type { Result } from "./result.ts";
import { median, round } from "./statistics.ts";

const loads = 10;
/** Long enough for everything the script does by itself: settings, its second part, reading the page, the first batch. */
const watchedMs = 3_500;

/** What the script costs a shop: its bytes, and how much longer a browser's main thread works on a page with it. */
export async function runSdk(buildDir: string, tempDir: string): Promise<Result[]> {
  const stateDir = join(tempDir, "sdk-state");
  await seedOnce(stateDir);
  await using app = await startApp({ buildDir, stateDir, withAssets: true });
  const demoShop = createDemoShop({ appUrl: app.appUrl.origin, newOrderRef: () => "1" });
  const server = serveSimulators({ fetch: async (request) => (await demoShop(request)) ?? new Response(null, { status: 404 }) });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const shopUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo-shop/c/cozinha`;
  const browser = await chromium.launch({ executablePath: provideBrowser(), args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
  try {
    await busyMs(browser, shopUrl);
    const [bare, built]: [number[], number[]] = [[], []];
    // In turns, so that whatever else the machine does falls on both alike.
    for (let load = 0; load < loads; load += 1) {
      bare.push(await busyMs(browser, `${shopUrl}?site=off`));
      built.push(await busyMs(browser, shopUrl));
    }
    return [
      { name: "sdk/script", value: sizeOf(buildDir, "entrepot.js"), unit: "kB gzip" },
      { name: "sdk/shop-part", value: sizeOf(buildDir, "entrepot-shop.js"), unit: "kB gzip" },
      { name: "sdk/page-without", value: round(median(bare), 1), unit: "ms main thread" },
      { name: "sdk/added", value: round(median(built) - median(bare), 1), unit: "ms main thread" },
    ];
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

function sizeOf(buildDir: string, file: string): number {
  return round(gzipSync(readFileSync(join(buildDir, "client/sdk", file)), { level: 9 }).length / 1_000, 2);
}

/** How long the page's main thread was at work, from nothing on. */
async function busyMs(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(watchedMs);
  const { metrics } = await devtools.send("Performance.getMetrics");
  await context.close();
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
}
