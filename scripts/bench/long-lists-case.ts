import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { linkStates, listingNeeds, listingSorts, productLacks } from "#app/domain/catalog/schemas.ts";
import { cancellers } from "#app/domain/orders/policy.ts";
import { orderSorts } from "#app/domain/orders/schemas.ts";
import { listingStatuses, orderStates } from "#app/domain/channels/remote.ts";
import { signIn } from "#scripts/dev/connect-as-person.ts";
import { startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import { firstByte } from "./first-byte.ts";
import { fillLists } from "./long-lists.ts";
import { mostRows, type Result } from "./result.ts";
import { median, round } from "./statistics.ts";

const asked = 40;
const warmUps = 10;

/** The first byte of a long list beside that of a short one, and what the queries of every list read. */
export async function runLongLists(buildDir: string, tempDir: string): Promise<Result[]> {
  const stateDir = mkdtempSync(join(tempDir, "lists-"));
  await seedOnce(stateDir);
  await fillLists(stateDir);
  await using app = await startApp({ buildDir, stateDir, entry: "watched" });
  const [long, short] = [await signIn(app.appUrl, "owner@demo.test"), await signIn(app.appUrl, "owner@other.test")];
  const times: { long: number[]; short: number[] } = { long: [], short: [] };
  for (let count = 0; count < asked + warmUps; count += 1) {
    const pair = { long: await firstByte(app.appUrl, "/listings", long), short: await firstByte(app.appUrl, "/listings", short) };
    if (count < warmUps) continue;
    times.long.push(pair.long.ms);
    times.short.push(pair.short.ms);
  }
  const of = (name: "long" | "short") => ({ value: round(median(times[name]), 1), unit: "ms first byte" });
  return [
    { name: "listings-50k/of-50", ...of("short") },
    { name: "listings-50k/of-50000", ...of("long") },
    { name: "listings-50k", value: round(median(times.long) / median(times.short), 2), unit: "× of 50" },
    ...(await readRows(app.appUrl, long)),
  ];
}

const pages: Record<string, string[]> = {
  listings: [
    "",
    ...listingSorts.map((sort) => `sort=${sort}`),
    ...listingStatuses.map((status) => `status=${status}`),
    ...linkStates.map((link) => `link=${link}`),
    ...listingNeeds.map((only) => `only=${only}`),
    "q=modelo",
    "q=chaleira+modelo+0000",
    "q=SKU-4711",
    "status=active&link=linked&sort=-price",
  ],
  orders: [
    "",
    ...orderSorts.map((sort) => `sort=${sort}`),
    ...orderStates.map((state) => `state=${state}`),
    ...orderStates.map((state) => `state=${state}&sort=total`),
    ...cancellers.map((by) => `by=${by}`),
    "late=1",
    "q=panela",
    "q=ana",
  ],
  catalog: ["", "sort=-title", "state=archived", ...productLacks.map((lacks) => `lacks=${lacks}`), "q=panela", "q=SKU"],
  questions: ["", "view=overdue", "view=answered", "view=all", "view=all&listing=MLB7", "q=potencia", "view=all&q=220"],
  reviews: ["", "view=complaints", "rating=1", "rating=5", "listing=MLB7", "q=esquenta"],
};

type Noted = { sql: string; rowsRead: number };

/** The dearest query of each list, whichever way it is narrowed and sorted, on its first page and the one after. */
async function readRows(appUrl: URL, cookie: string): Promise<Result[]> {
  const results: Result[] = [];
  for (const [list, queries] of Object.entries(pages)) {
    let dearest = 0;
    for (const query of queries) {
      for (let path: string | undefined = `/${list}?${query}`, page = 1; path !== undefined && page <= 2; page += 1) {
        await fetch(new URL("/__bench/watch", appUrl));
        const { body } = await firstByte(appUrl, path, cookie);
        const noted = await (await fetch(new URL("/__bench/rows", appUrl))).json<Noted[]>();
        const worst = noted.toSorted((a, b) => b.rowsRead - a.rowsRead)[0];
        dearest = Math.max(dearest, worst?.rowsRead ?? 0);
        if ((worst?.rowsRead ?? 0) > mostRows) process.stderr.write(`  ${path} reads ${worst?.rowsRead} rows: ${worst?.sql}\n`);
        path = nextPage(body);
      }
    }
    results.push({ name: `listings-50k/rows/${list}`, value: dearest, unit: "rows a query" });
  }
  return results;
}

function nextPage(body: string): string | undefined {
  return /href="([^"]*[?&](?:amp;)?cursor=[^"]*)"/.exec(body)?.[1]?.replaceAll("&amp;", "&");
}
