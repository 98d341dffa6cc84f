import { Agent, request } from "node:http";
import type { AppUnderTest } from "./app-under-test.ts";
import type { Result } from "./result.ts";
import { median, percentile, round } from "./statistics.ts";

const kept = new Agent({ keepAlive: true, maxSockets: 1 });

/** How long until the whole answer is there, over a connection that is kept. */
export function timePost(url: URL, key: string, body: unknown, answers: readonly number[] = [200]): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const text = JSON.stringify(body);
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}`, "content-length": Buffer.byteLength(text) };
  const startedAt = performance.now();
  const sent = request(url, { method: "POST", headers, agent: kept }, (response) => {
    response.resume();
    response.on("end", () => {
      const isAnswer = answers.includes(response.statusCode ?? 0);
      if (isAnswer) resolve(performance.now() - startedAt);
      else reject(new Error(`${url.pathname} answered ${response.statusCode}`));
    });
  });
  sent.on("error", reject);
  sent.end(text);
  return promise;
}

/** One after the other; the first ones, in which everything is met for the first time, are left out. */
export async function timesOf(counts: { warmUps: number; asked: number }, once: (turn: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < counts.warmUps + counts.asked; turn += 1) {
    const ms = await once(turn);
    if (turn >= counts.warmUps) times.push(ms);
  }
  return times;
}

/** What a bare Worker needs on this machine at this moment: all else is told beside it. */
export async function timeHello({ helloUrl }: AppUnderTest, name: string): Promise<{ helloMs: number; result: Result }> {
  const times = await timesOf({ warmUps: 40, asked: 200 }, () => timePost(new URL("/", helloUrl), "", {}));
  const helloMs = median(times);
  return { helloMs, result: timed(`${name}/hello`, times, helloMs) };
}

export function timed(name: string, times: readonly number[], helloMs: number): Result {
  const p50 = percentile(times, 0.5);
  const [p50Ms, p99Ms] = [round(p50, 2), round(percentile(times, 0.99), 2)];
  return { name, value: p50Ms, unit: "ms p50", p50Ms, p99Ms, ratioToHello: round(helloMs / p50, 4) };
}
