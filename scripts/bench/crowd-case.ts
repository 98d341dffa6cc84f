import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { demoSite } from "#db/seed/sites.ts";
import { type AppUnderTest, startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import { batchOf, collectOrigin } from "./collect-batch.ts";
import type { Result } from "./result.ts";
import { percentile, round } from "./statistics.ts";

const visitors = 10_000;
const senders = 64;
const batchSize = 4;
/** Each so many's page sends an event that cannot be read. */
const brokenEvery = 50;
const erased = 20;
const hearWithinMs = 120_000;
const endWithinMs = 1_800_000;

const answerSchema = z.object({ accepted: z.number(), rejected: z.array(z.unknown()) });
const endedSchema = z.object({ ended: z.number() });
const openSchema = z.object({ data: z.array(z.object({ visitorKey: z.string() })) });
const healthSchema = z.object({
  sites: z.array(
    z.object({
      siteId: z.string(),
      openSessions: z.number(),
      identity: z.object({
        cameIn: z.number(),
        inEnded: z.number(),
        inOpen: z.number(),
        refused: z.number(),
        removed: z.number(),
        missing: z.number(),
      }),
    }),
  ),
});
type Health = z.infer<typeof healthSchema>["sites"][number];
type Sent = { events: number; refused: number; waits: number; durationsMs: number[] };

/**
 * Ten thousand visitors of one shop at once, each in an object of their own: every event that was answered has to be found, while
 * they are there, after some of them were erased, and when all have gone.
 */
export async function runCrowd(buildDir: string, tempDir: string): Promise<Result[]> {
  const stateDir = mkdtempSync(join(tempDir, "crowd-"));
  await seedOnce(stateDir);
  await using app = await startApp({ buildDir, stateDir });
  const before = await healthOf(app);
  const startedAt = performance.now();
  const sent = await sendAll(app.appUrl);
  const seconds = (performance.now() - startedAt) / 1_000;
  const cameIn = before.identity.cameIn + sent.events + sent.refused;
  const there = await settled(app, (one) => one.identity.cameIn === cameIn && one.identity.missing === 0);
  if (there.openSessions - before.openSessions !== visitors) throw new Error(`${there.openSessions} visits go on, not ${visitors}`);
  await eraseSome(app.appUrl);
  await endAll(app);
  const gone = await settled(app, ({ openSessions, identity }) => openSessions === 0 && identity.missing === 0);
  const { inEnded, refused, removed, missing } = gone.identity;
  if (gone.identity.cameIn !== cameIn) throw new Error(`${gone.identity.cameIn} events came in, not ${cameIn}`);
  return [
    { name: "crowd/missing", value: missing, unit: `of ${cameIn} events` },
    { name: "crowd/in-ended", value: inEnded, unit: "events" },
    { name: "crowd/refused", value: refused, unit: "events" },
    { name: "crowd/erased", value: removed, unit: "events" },
    {
      name: "crowd",
      value: round(visitors / seconds, 0),
      unit: "new visitors/s",
      p50Ms: round(percentile(sent.durationsMs, 0.5), 1),
      p99Ms: round(percentile(sent.durationsMs, 0.99), 1),
    },
  ];
}

async function sendAll(appUrl: URL): Promise<Sent> {
  const sent: Sent = { events: 0, refused: 0, waits: 0, durationsMs: [] };
  let next = 0;
  const work = async () => {
    for (let visitor = next++; visitor < visitors; visitor = next++) await sendOne(appUrl, visitor, sent);
  };
  await Promise.all(Array.from({ length: senders }, work));
  return sent;
}

/** Who is told to wait, waits, as the SDK does. */
async function sendOne(appUrl: URL, visitor: number, sent: Sent): Promise<void> {
  const whole = batchOf(`c-${visitor}`, `crowd-${visitor}`, batchSize);
  const body = visitor % brokenEvery === 0 ? whole.replace('"type":"page"', '"type":"nonsense"') : whole;
  const address = `10.${20 + (visitor >> 16)}.${(visitor >> 8) & 255}.${visitor & 255}`;
  for (;;) {
    const startedAt = performance.now();
    const answer = await fetch(new URL("/collect/v1/batch", appUrl), {
      method: "POST",
      headers: {
        origin: collectOrigin,
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36",
        "cf-connecting-ip": address,
      },
      body,
    });
    if (answer.status === 202) {
      sent.durationsMs.push(performance.now() - startedAt);
      const { accepted, rejected } = answerSchema.parse(await answer.json());
      sent.events += accepted;
      sent.refused += rejected.length;
      return;
    }
    await answer.arrayBuffer();
    if (answer.status !== 429) throw new Error(`a batch was answered ${answer.status}`);
    sent.waits += 1;
    await delay(1_000 * Number(answer.headers.get("retry-after") ?? 1));
  }
}

function ask(appUrl: URL, path: string, body?: unknown): Promise<Response> {
  const headers = { authorization: "Bearer ek_local_demo_owner", "content-type": "application/json" };
  return fetch(new URL(path, appUrl), body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) });
}

async function healthOf({ appUrl }: AppUnderTest): Promise<Health> {
  const { sites } = healthSchema.parse(await (await ask(appUrl, "/api/v1/collect/health")).json());
  const site = sites.find(({ siteId }) => siteId === demoSite.id);
  if (site === undefined) throw new Error("the demo's site is not there");
  return site;
}

/** Visits tell their site within seconds what they took. */
async function settled(app: AppUnderTest, isSettled: (health: Health) => boolean): Promise<Health> {
  const until = performance.now() + hearWithinMs;
  for (;;) {
    const health = await healthOf(app);
    if (isSettled(health)) return health;
    if (performance.now() > until) throw new Error(`the account does not come out: ${JSON.stringify(health)}`);
    await delay(1_000);
  }
}

async function eraseSome(appUrl: URL): Promise<void> {
  const { data } = openSchema.parse(await (await ask(appUrl, "/api/v1/shopper-sessions/open")).json());
  for (const { visitorKey } of data.slice(0, erased)) {
    const answer = await ask(appUrl, "/api/v1/shoppers/erase", { visitorKey, isDry: false });
    if (answer.status !== 200) throw new Error(`erasing was answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  }
}

async function endAll({ appUrl }: AppUnderTest): Promise<void> {
  const until = performance.now() + endWithinMs;
  for (;;) {
    const answer = await fetch(new URL("/dev/end-visits", appUrl), { method: "POST", headers: { origin: appUrl.origin } });
    if (answer.status !== 200) throw new Error(`ending visits was answered ${answer.status}`);
    if (endedSchema.parse(await answer.json()).ended === 0) return;
    if (performance.now() > until) throw new Error("the visits could not be ended in time");
  }
}
