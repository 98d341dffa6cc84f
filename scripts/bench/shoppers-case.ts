import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { demoSite } from "#db/seed/sites.ts";
import { signIn } from "#scripts/dev/connect-as-person.ts";
import { startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import { firstByte } from "./first-byte.ts";
import type { Result } from "./result.ts";
import { fillShoppers } from "./shoppers.ts";
import { median, percentile, round } from "./statistics.ts";

const asked = 40;
const warmUps = 5;
const lists = {
  list: "/interactions",
  filter: "/interactions?kind=compared&device=phone",
  search: "/interactions?q=quem+desistiu+por+causa+do+frete",
};

/** The first byte of the list of 100,000 interactions beside that of 1,000; and a site's statistics over 200,000 events. */
export async function runShoppers(buildDir: string, tempDir: string): Promise<Result[]> {
  const stateDir = mkdtempSync(join(tempDir, "shoppers-"));
  await seedOnce(stateDir);
  await fillShoppers(stateDir);
  await using app = await startApp({ buildDir, stateDir });
  const [long, short] = [await signIn(app.appUrl, "owner@demo.test"), await signIn(app.appUrl, "owner@other.test")];
  const results: Result[] = [];
  for (const [name, path] of Object.entries(lists)) {
    const times: { long: number[]; short: number[] } = { long: [], short: [] };
    for (let count = 0; count < asked + warmUps; count += 1) {
      const pair = { long: await firstByte(app.appUrl, path, long), short: await firstByte(app.appUrl, path, short) };
      if (count < warmUps) continue;
      times.long.push(pair.long.ms);
      times.short.push(pair.short.ms);
    }
    const [ofLong, ofShort] = [median(times.long), median(times.short)];
    results.push({ name: `shoppers/${name}`, value: round(ofLong / ofShort, 2), unit: "× of 1,000", p50Ms: round(ofLong, 1) });
  }
  return [...results, await timeStatistics(app.appUrl, long)];
}

async function timeStatistics(appUrl: URL, cookie: string): Promise<Result> {
  const times: number[] = [];
  for (let count = 0; count < asked + warmUps; count += 1) {
    const { ms } = await firstByte(appUrl, `/api/v1/sites/${demoSite.id}/statistics?days=30`, cookie);
    if (count >= warmUps) times.push(ms);
  }
  const [p50Ms, p99Ms] = [round(percentile(times, 0.5), 1), round(percentile(times, 0.99), 1)];
  return { name: "shoppers/statistics", value: p50Ms, unit: "ms p50", p50Ms, p99Ms };
}
