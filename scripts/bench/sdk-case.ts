import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { createDemoShop } from "#scripts/simulators/demo-shop/demo-shop.ts";
import { serveSimulators } from "#scripts/simulators/server.ts";
import { startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import { type QuietBrowser, startQuietBrowser } from "./quiet-browser.ts";
import type { Result } from "./result.ts";
import { median, round } from "./statistics.ts";

const loads = 15;
/** Until the browser has put its files into its store and compiled them: a shopper's second page on. */
const warmUps = 3;
/** Long enough for everything the script does by itself: settings, its second part, reading the page, the first batch. */
const watchedMs = 2_800;
const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

/** What the script costs a shop: its bytes, and how much longer a browser's main thread works on a page with it. */
export async function runSdk(buildDir: string, tempDir: string): Promise<Result[]> {
  const stateDir = join(tempDir, "sdk-state");
  await seedOnce(stateDir);
  await using app = await startApp({ buildDir, stateDir, withAssets: true });
  const demoShop = createDemoShop({ appUrl: app.appUrl.origin, newOrderRef: () => "1" });
  const server = serveSimulators({ fetch: async (request) => (await demoShop(request)) ?? new Response(null, { status: 404 }) });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const shopUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo-shop/c/cozinha`;
  try {
    await using browser = await startQuietBrowser(tempDir);
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
      { name: "sdk/added-by-load", value: round(more.loadMs - less.loadMs, 1), unit: "ms main thread" },
      { name: "sdk/added-script", value: round(more.scriptMs - less.scriptMs, 1), unit: "ms main thread" },
    ];
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function sizeOf(buildDir: string, file: string): number {
  return round(gzipSync(readFileSync(join(buildDir, "client/sdk", file)), { level: 9 }).length / 1_000, 2);
}

/** `loadMs`: until the page had loaded; the others count what came after it too. */
type Work = { loadMs: number; allMs: number; scriptMs: number };

function middleOf(loads: readonly Work[]): Work {
  const of = (name: keyof Work) => median(loads.map((one) => one[name]));
  return { loadMs: of("loadMs"), allMs: of("allMs"), scriptMs: of("scriptMs") };
}

/** Loads the page again and again and tells how long its main thread was at work. */
async function openShop(browser: QuietBrowser, url: string): Promise<() => Promise<Work>> {
  const page = await browser.openPage();
  // The thread's own time: by the clock, it would be as busy as the machine makes it wait.
  await page.ask("Performance.enable", { timeDomain: "threadTicks" });
  const read = async () => {
    const { metrics } = metricsSchema.parse(await page.ask("Performance.getMetrics"));
    return (wanted: string) => (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1_000;
  };
  return async () => {
    await page.visit(url);
    const loaded = await read();
    await delay(watchedMs);
    const later = await read();
    return { loadMs: loaded("TaskDuration"), allMs: later("TaskDuration"), scriptMs: later("ScriptDuration") };
  };
}
