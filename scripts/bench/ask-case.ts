import { Agent, request } from "node:http";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { answerableEn } from "#app/ai/evals/ask/answerable-en.ts";
import { answerableOdd, answerablePt } from "#app/ai/evals/ask/answerable-pt.ts";
import type { AskCase } from "#app/ai/evals/ask/case.ts";
import { followUps } from "#app/ai/evals/ask/follow-ups.ts";
import { grade } from "#app/ai/evals/ask/grade.ts";
import { heldBackAnswerable, heldBackRefused } from "#app/ai/evals/ask/held-back.ts";
import { onceHeldBack, onceHeldBackRefused } from "#app/ai/evals/ask/once-held-back.ts";
import { ambiguous, hostile, unanswerable } from "#app/ai/evals/ask/refused.ts";
import { spokenAfter } from "#app/ai/evals/ask/spoken-after.ts";
import { spokenEn } from "#app/ai/evals/ask/spoken-en.ts";
import { spokenPt } from "#app/ai/evals/ask/spoken-pt.ts";
import { spokenRefused } from "#app/ai/evals/ask/spoken-refused.ts";
import { startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import { fillOrderLines } from "./order-lines.ts";
import type { Result } from "./result.ts";
import { median, percentile, round } from "./statistics.ts";

const lines = { large: 1_000_000, small: 2_000 };
const warmUps = 40;
const asked = 200;

/** How many questions are understood as they should be, and how long an answer takes in a small shop and in a large one. */
export async function runAsk(buildDir: string, tempDir: string): Promise<Result[]> {
  const accuracy = await Promise.all([
    share("ask/answerable", [...answerableEn, ...answerablePt, ...answerableOdd, ...followUps, ...onceHeldBack]),
    share("ask/refused", [...ambiguous, ...unanswerable, ...hostile, ...onceHeldBackRefused]),
    share("ask/spoken", [...spokenEn, ...spokenPt, ...spokenAfter]),
    share("ask/spoken-refused", spokenRefused),
    share("ask/held-back", heldBackAnswerable),
    share("ask/held-back-refused", heldBackRefused),
  ]);
  const stateDir = mkdtempSync(join(tempDir, "ask-"));
  await seedOnce(stateDir);
  await fillOrderLines(stateDir, lines);
  await using app = await startApp({ buildDir, stateDir });
  const bare = await timesOf(() => post(app.helloUrl, "/", "", "{}"));
  const helloMs = median(bare);
  const time = async (name: string, key: string): Promise<Result> => {
    const times = await timesOf((turn) => ask(app.appUrl, key, turn));
    const [p50Ms, p99Ms] = [round(percentile(times, 0.5), 2), round(percentile(times, 0.99), 2)];
    return { name, value: p50Ms, unit: "ms p50", p50Ms, p99Ms, ratioToHello: round(helloMs / p50Ms, 4) };
  };
  return [
    ...accuracy,
    {
      name: "ask/hello",
      value: round(helloMs, 2),
      unit: "ms p50",
      p50Ms: round(helloMs, 2),
      p99Ms: round(percentile(bare, 0.99), 2),
      ratioToHello: 1,
    },
    await time("ask", "ek_local_other_owner"),
    await time("ask/1m-lines", "ek_local_demo_owner"),
  ];
}

async function share(name: string, cases: readonly AskCase[]): Promise<Result> {
  const graded = await Promise.all(cases.map(grade));
  for (const { question, expected, got, isRight } of graded)
    if (!isRight) process.stderr.write(`  ${name}: ${question}\n    wanted ${expected}\n    got    ${got}\n`);
  return { name, value: round(graded.filter(({ isRight }) => isRight).length / graded.length, 3), unit: `of ${graded.length}` };
}

/** Of sales, where there are a million lines; what is refused for want of a name is answered before anything is counted. */
const questions = [...answerableEn, ...answerablePt].filter(
  (one) =>
    "means" in one &&
    /^(?:why )?(?:gmv|orders|units-sold|average-order-value|cancelled|marketplace|net-revenue|gross|buyers)/.test(one.means),
);

async function timesOf(once: (turn: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < warmUps + asked; turn += 1) {
    const ms = await once(turn);
    if (turn >= warmUps) times.push(ms);
  }
  return times;
}

function ask(appUrl: URL, key: string, turn: number): Promise<number> {
  const { question } = questions[turn % questions.length] ?? { question: "" };
  return post(appUrl, "/api/v1/ask", key, JSON.stringify({ question }));
}

const kept = new Agent({ keepAlive: true, maxSockets: 1 });

/** How long until the whole answer is there, over a connection that is kept. 422 is an answer too: it says what was not understood. */
function post(url: URL, path: string, key: string, body: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}`, "content-length": Buffer.byteLength(body) };
  const startedAt = performance.now();
  const sent = request(new URL(path, url), { method: "POST", headers, agent: kept }, (response) => {
    response.resume();
    response.on("end", () => {
      const isAnswer = response.statusCode === 200 || response.statusCode === 422;
      if (isAnswer) resolve(performance.now() - startedAt);
      else reject(new Error(`${path} answered ${response.statusCode}`));
    });
  });
  sent.on("error", reject);
  sent.end(body);
  return promise;
}
