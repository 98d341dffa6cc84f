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
import { manyOrderLines } from "./order-lines.ts";
import type { Result } from "./result.ts";
import { round } from "./statistics.ts";
import { timed, timeHello, timePost, timesOf } from "./timed-posts.ts";

const counts = { warmUps: 40, asked: 200 };

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
  await using app = await startApp({ buildDir, stateDir: await manyOrderLines(tempDir) });
  const { helloMs, result: hello } = await timeHello(app, "ask");
  const time = async (name: string, key: string) => timed(name, await timesOf(counts, (turn) => ask(app.appUrl, key, turn)), helloMs);
  return [...accuracy, hello, await time("ask", "ek_local_other_owner"), await time("ask/1m-lines", "ek_local_demo_owner")];
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

/** 422 is an answer too: it says what was not understood. */
function ask(appUrl: URL, key: string, turn: number): Promise<number> {
  const { question } = questions[turn % questions.length] ?? { question: "" };
  return timePost(new URL("/api/v1/ask", appUrl), key, { question }, [200, 422]);
}
