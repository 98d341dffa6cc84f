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

const loads = 20;
/** Until the browser has put its files into its store and compiled them: a shopper's second page on. */
const warmUps = 3;
/** Long enough for everything the script does by itself: settings, its second part, reading the page, the first batch. */
const watchedMs = 2_800;

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
    const [without, visited] = [await openShop(browser, `${shopUrl}?site=off`), await openShop(browser, shopUrl)];
    const [bare, built]: [Work[], Work[]] = [[], []];
    // In turns, so that whatever else the machine does falls on both alike.
    for (let load = 0; load < warmUps + loads; load += 1) {
      bare.push(await without());
      built.push(await visited());
    }
    const [less, more] = [middleOf(bare.slice(warmUps)), middleOf(built.slice(warmUps))];
    return [
      { name: "sdk/script", value: sizeOf(buildDir, "entrepot.js"), unit: "kB gzip" },
      { name: "sdk/shop-part", value: sizeOf(buildDir, "entrepot-shop.js"), unit: "kB gzip" },
      { name: "sdk/page-without", value: round(less.allMs, 1), unit: "ms main thread" },
      { name: "sdk/added", value: round(more.allMs - less.allMs, 1), unit: "ms main thread" },
      { name: "sdk/added-script", value: round(more.scriptMs - less.scriptMs, 1), unit: "ms main thread" },
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

type Work = { allMs: number; scriptMs: number };

function middleOf(loads: readonly Work[]): Work {
  return { allMs: median(loads.map(({ allMs }) => allMs)), scriptMs: median(loads.map(({ scriptMs }) => scriptMs)) };
}

/** A browser's window of its own, which loads the page again and again and tells how long its main thread was at work. */
async function openShop(browser: Browser, url: string): Promise<() => Promise<Work>> {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  // The thread's own time: by the clock, it would be as busy as the machine makes it wait.
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(watchedMs);
    const { metrics } = await devtools.send("Performance.getMetrics");
    const ms = (wanted: string) => (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1_000;
    return { allMs: ms("TaskDuration"), scriptMs: ms("ScriptDuration") };
  };
}
