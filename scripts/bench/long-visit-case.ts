import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { signIn } from "#scripts/dev/connect-as-person.ts";
import { type AppUnderTest, startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import { batchOf, collectOrigin } from "./collect-batch.ts";
import { firstByte } from "./first-byte.ts";
import type { Result } from "./result.ts";
import { median, round } from "./statistics.ts";

const batchSize = 100;
const sizes = { long: 50_000, short: 500 } as const;
const asked = 15;
const warmUps = 3;
const describedWithinMs = 120_000;

type Visit = { id: string };

/** The page of a visit with fifty thousand events beside that of one with five hundred, which fill a page as well. */
export async function runLongVisit(buildDir: string, tempDir: string): Promise<Result> {
  const stateDir = mkdtempSync(join(tempDir, "long-visit-"));
  await seedOnce(stateDir);
  await using app = await startApp({ buildDir, stateDir });
  for (const [name, events] of Object.entries(sizes)) await sendVisit(app.appUrl, name, events);
  await endVisits(app.appUrl);
  const [long, short] = [await described(app, sizes.long), await described(app, sizes.short)];
  const cookie = await signIn(app.appUrl, "owner@demo.test");
  const times: { long: number[]; short: number[] } = { long: [], short: [] };
  for (let count = 0; count < asked + warmUps; count += 1) {
    const pair = {
      long: await firstByte(app.appUrl, `/sessions/${long.id}`, cookie),
      short: await firstByte(app.appUrl, `/sessions/${short.id}`, cookie),
    };
    if (count < warmUps) continue;
    times.long.push(pair.long.ms);
    times.short.push(pair.short.ms);
  }
  const [ofLong, ofShort] = [median(times.long), median(times.short)];
  return { name: "long-visit", value: round(ofLong / ofShort, 2), unit: "× of 500 events", p50Ms: round(ofLong, 1) };
}

async function sendVisit(appUrl: URL, visitor: string, events: number): Promise<void> {
  for (let sent = 0; sent < events; sent += batchSize) {
    // An address sends twenty batches a second at most; this visitor is quicker than anybody.
    const address = `10.40.${visitor.length}.${(sent / batchSize) % 250}`;
    const answer = await fetch(new URL("/collect/v1/batch", appUrl), {
      method: "POST",
      headers: {
        origin: collectOrigin,
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36",
        "cf-connecting-ip": address,
      },
      body: batchOf(`${visitor}-${sent}`, `visit-${visitor}`, batchSize),
    });
    if (answer.status !== 202) throw new Error(`a batch was answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  }
}

/** A visit is known to its site a second after its first events. */
async function endVisits(appUrl: URL): Promise<void> {
  await delay(3_000);
  const answer = await fetch(new URL("/dev/end-visits", appUrl), { method: "POST", headers: { origin: appUrl.origin } });
  if (answer.status !== 200) throw new Error(`ending visits was answered ${answer.status}`);
  await answer.arrayBuffer();
}

async function described(app: AppUnderTest, events: number): Promise<Visit> {
  const until = performance.now() + describedWithinMs;
  for (;;) {
    const [visit] = await app.query<Visit>("select id from shopper_sessions where events = ? and processing = 'done'", events);
    if (visit !== undefined) return visit;
    if (performance.now() > until) throw new Error(`the visit of ${events} events was not described in time`);
    await delay(500);
  }
}
