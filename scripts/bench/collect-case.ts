import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { batchOf, collectOrigin } from "./collect-batch.ts";
import { countLoss } from "./collect-loss.ts";
import { startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import { type Load, requestBytes, runLoad } from "./load.ts";
import type { Result } from "./result.ts";
import { round } from "./statistics.ts";

const connections = 32;
const helloMs = 1_000;
const caseMs = 4_000;
/** Long enough for every shopper to have an object: making one costs more than many batches. */
const warmUpMs = 2_500;
const sizes = [1, 20, 50] as const;

/** Batches of shoppers' events as many browsers send them, beside a bare Worker in the same run; then a kill, and who is missing. */
export async function runCollect(buildDir: string, tempDir: string): Promise<Result[]> {
  const stateDir = mkdtempSync(join(tempDir, "collect-"));
  await seedOnce(stateDir);
  const results: Result[] = [];
  {
    await using app = await startApp({ buildDir, stateDir });
    for (const size of sizes) {
      const hello = requestBytes(app.helloUrl, "/");
      const bare = await runLoad({ url: app.helloUrl, connections, status: 200, request: () => hello }, helloMs);
      const load = await runLoad(batchLoad(app.appUrl, size), caseMs, warmUpMs);
      results.push({
        name: `collect/${size}`,
        value: Math.round(load.perSecond * size),
        unit: "events/s",
        ratioToHello: round(load.perSecond / bare.perSecond, 4),
        p50Ms: round(load.p50Ms, 2),
        p99Ms: round(load.p99Ms, 2),
        ...(load.cpuUs === undefined ? {} : { cpuUs: Math.round(load.cpuUs) }),
      });
    }
  }
  return [...results, await countLoss(buildDir, tempDir)];
}

/** Every connection is a shopper of their own behind an address of their own. */
function batchLoad(url: URL, size: number): Load {
  const sent = new Map<number, number>();
  return {
    url,
    connections,
    status: 202,
    request: (caller) => {
      const batch = (sent.get(caller) ?? 0) + 1;
      sent.set(caller, batch);
      // An address sends twenty batches a second at most; an office behind one has many.
      const address = `10.${batch % 250}.${caller}.1`;
      const headers = {
        origin: collectOrigin,
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36",
        "cf-connecting-ip": address,
      };
      return requestBytes(
        url,
        "/collect/v1/batch",
        headers,
        batchOf(`s${size}-${caller}-${batch}`, `shopper-${size}-${caller}`, size),
        "POST",
      );
    },
  };
}
