import { globSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import { batchOf, collectOrigin } from "./collect-batch.ts";
import type { Result } from "./result.ts";

const senders = 16;
const batchSize = 20;
const killAfterMs = 2_500;
const settleMs = 4_000;
const endedSchema = z.object({ ended: z.number() });
const answerSchema = z.object({ accepted: z.number() });

/** The Worker is killed while shops send; afterwards every event that was answered has to be in an ended visit. */
export async function countLoss(buildDir: string, tempDir: string): Promise<Result> {
  const stateDir = mkdtempSync(join(tempDir, "collect-kill-"));
  await seedOnce(stateDir);
  const before = childrenOf();
  const app = await startApp({ buildDir, stateDir });
  const started = childrenOf().filter((pid) => !before.includes(pid));
  const taken = { events: 0, isOver: false };
  const sending = Array.from({ length: senders }, (_, sender) => sendUntilOver(app.appUrl, sender, taken));
  await delay(killAfterMs);
  for (const pid of started) process.kill(pid, "SIGKILL");
  taken.isOver = true;
  await Promise.all(sending);
  await Promise.race([disposeDead(app), delay(5_000)]);
  const stored = await eventsAfterRestart(buildDir, stateDir);
  if (taken.events === 0) throw new Error("nothing was taken before the kill");
  return { name: "collect/lost-after-kill", value: Math.max(0, taken.events - stored), unit: `of ${taken.events} events` };
}

/** What was killed cannot be ended once more, and says so. */
async function disposeDead(app: AsyncDisposable): Promise<void> {
  try {
    await app[Symbol.asyncDispose]();
  } catch {
    // It is gone already.
  }
}

async function sendUntilOver(appUrl: URL, sender: number, taken: { events: number; isOver: boolean }): Promise<void> {
  for (let turn = 0; !taken.isOver; turn += 1) {
    try {
      const headers = { origin: collectOrigin, "user-agent": "Chrome/130.0", "cf-connecting-ip": `10.9.${sender}.${turn % 250}` };
      const body = batchOf(`k-${sender}-${turn}`, `killed-${sender}-${turn % 5}`, batchSize);
      const answer = await fetch(new URL("/collect/v1/batch", appUrl), {
        method: "POST",
        headers,
        body,
        signal: AbortSignal.timeout(5_000),
      });
      if (answer.status === 202) taken.events += answerSchema.parse(await answer.json()).accepted;
    } catch {
      // Cut off in the middle: nobody was told that it was taken.
    }
  }
}

async function eventsAfterRestart(buildDir: string, stateDir: string): Promise<number> {
  await using app = await startApp({ buildDir, stateDir });
  // Objects come back by their own alarms, and tell their site.
  await delay(settleMs);
  for (let round = 0; round < 30; round += 1) {
    const answer = await fetch(new URL("/dev/end-visits", app.appUrl), { method: "POST", headers: { origin: app.appUrl.origin } });
    const { ended } = endedSchema.parse(await answer.json());
    if (ended === 0) break;
    await delay(300);
  }
  const [row] = await app.query<{ n: number }>("select coalesce(sum(events), 0) as n from shopper_sessions where archive_key is not null");
  return row?.n ?? 0;
}

function childrenOf(): number[] {
  const lists = globSync(`/proc/${process.pid}/task/*/children`).map((path) => readFileSync(path, "utf8"));
  return lists.flatMap((list) => list.split(" ")).flatMap((pid) => (pid.trim() === "" ? [] : [Number(pid)]));
}
