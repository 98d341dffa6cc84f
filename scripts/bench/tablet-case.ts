import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { provideBrowser } from "#scripts/dev/provide-browser.ts";
import { startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import { modulesOf, reachableModules } from "./reachable-modules.ts";
import type { Result } from "./result.ts";
import { percentile, round } from "./statistics.ts";

const scans = 60;
const pin = "246810";
const headers = { authorization: "Bearer ek_local_demo_owner", "content-type": "application/json" };
const made = z.looseObject({ id: z.string(), code: z.string().optional() });
const goods = Array.from({ length: 300 }, (_one, index) => ({
  sku: `sku-${index}`,
  code: `SKU-${index}`,
  title: `Goods ${index}`,
  gtin: null,
}));
const bins = Array.from({ length: 400 }, (_one, index) => `A-${String(index).padStart(3, "0")}`);

/** What a tablet loads before it can be used, and how long a scan takes until its verdict stands on the screen. */
export async function runTablet(buildDir: string, tempDir: string): Promise<Result[]> {
  const stateDir = join(tempDir, "tablet-state");
  await seedOnce(stateDir);
  await using app = await startApp({ buildDir, stateDir, withAssets: true });
  const code = await furnish(app.appUrl);
  const size = await firstViewSize(app.appUrl, buildDir);
  const browser = await chromium.launch({ executablePath: provideBrowser(), args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
  try {
    const page = await browser.newPage({ viewport: { width: 800, height: 1_280 }, locale: "en-US" });
    await takeTablet(page, app.appUrl, code);
    const times = await page.evaluate(measureScans, { count: scans, binCodes: bins });
    const [p50Ms, p99Ms] = [round(percentile(times, 0.5), 1), round(percentile(times, 0.99), 1)];
    return [size, { name: "tablet/scan-to-feedback", value: scans, unit: "scans", p50Ms, p99Ms }];
  } finally {
    await browser.close();
  }
}

async function furnish(appUrl: URL): Promise<string> {
  const post = async (path: string, body: object) => {
    const answer = await fetch(new URL(`/api/v1/${path}`, appUrl), { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
  const { id: warehouseId } = made.parse(await post("warehouses", { code: "BENCH", name: "Bench" }));
  const { id: zoneId } = made.parse(await post("zones", { warehouseId, code: "A", name: "Zone A" }));
  const place = { kind: "pick", aisle: "01", xMm: 0, yMm: 0, capacityUnits: null, rank: 1, isBlocked: false };
  const rows = bins.map((id) => ({ id, code: id, ...place }));
  await post(`zones/${zoneId}/commands`, { id: "bench-bins", command: { type: "put-bins", bins: rows } });
  await post(`zones/${zoneId}/commands`, { id: "bench-items", command: { type: "put-items", items: goods } });
  return made.parse(await post("tablets", { warehouseId, name: "Bench" })).code ?? "";
}

async function firstViewSize(appUrl: URL, buildDir: string): Promise<Result> {
  const document = await fetch(new URL("/floor", appUrl));
  const chunks = (path: string) => readFileSync(join(buildDir, "client", path), "utf8");
  const files = reachableModules(modulesOf(await document.text()), chunks);
  const bytes = files.reduce((sum, file) => sum + gzipSync(chunks(file)).length, 0);
  return { name: "tablet/first-view", value: round(bytes / 1_000, 1), unit: "kB gzip" };
}

async function takeTablet(page: Page, appUrl: URL, code: string): Promise<void> {
  await page.goto(new URL("/floor", appUrl).href);
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Pair" }).click();
  await page.getByRole("button", { name: "João Batista" }).click();
  for (const digit of pin) await page.getByRole("button", { name: digit, exact: true }).click();
  await page.getByRole("button", { name: "Take the tablet" }).click();
  await page.getByRole("button", { name: /Zone A/ }).click();
  await page.getByText("Live", { exact: true }).waitFor();
}

/** Runs in the page: from the scanner's last key until the frame that shows the verdict was drawn. */
async function measureScans({ count, binCodes }: { count: number; binCodes: readonly string[] }): Promise<number[]> {
  const times: number[] = [];
  const spoken = document.querySelector("output[aria-live=assertive]");
  if (spoken === null) throw new Error("the screen has no place for verdicts");
  for (let turn = 0; turn < count; turn += 1) {
    const code = turn % 3 === 2 ? `E:B:none-${turn}:00` : (binCodes[(turn * 7) % binCodes.length] ?? "");
    const drawn = new Promise<number>((resolve) => {
      const seen = new MutationObserver(() => {
        seen.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      seen.observe(spoken, { childList: true, subtree: true, characterData: true });
    });
    for (const key of code) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    const from = performance.now();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    times.push((await drawn) - from);
  }
  return times;
}
