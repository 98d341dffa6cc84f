import { expect, test } from "vitest";
import { command, runSteps, type Step, verdict } from "./steps.ts";

const step = (name: string, run: Step["run"]): Step => ({ name, run });
const passes = step("format", () => Promise.resolve({ isOk: true, output: "" }));

test("one failing step fails the whole check and its output is shown", async () => {
  const results = await runSteps(
    [passes, step("lint", () => Promise.resolve({ isOk: false, output: "a.ts:1 wrong" }))],
    Date.now,
    () => undefined,
  );
  const { text, exitCode } = verdict(results, 2);
  expect(exitCode).toBe(1);
  expect(text).toContain("a.ts:1 wrong");
  expect(text).toContain("check failed in 2.0 s: lint");
  expect(text).toContain("npm run fix");
});

test("a step that throws counts as failed and the others still run", async () => {
  const reported: string[] = [];
  const results = await runSteps([step("rules", () => Promise.reject(new Error("broken"))), passes], Date.now, ({ name }) =>
    reported.push(name),
  );
  expect(results.map((result) => result.isOk)).toEqual([false, true]);
  expect(reported.sort()).toEqual(["format", "rules"]);
});

test("all steps green is a passed check", async () => {
  expect(verdict(await runSteps([passes], Date.now, () => undefined), 1)).toEqual({ text: "check passed in 1.0 s", exitCode: 0 });
});

test("a command's exit code decides, and a command that is not there has failed", async () => {
  const run = (program: string, args: string[]) => command("tool", program, args, process.cwd()).run();
  expect(await run(process.execPath, ["-e", "console.log('fine')"])).toEqual({ isOk: true, output: "fine\n" });
  expect((await run(process.execPath, ["-e", "process.exit(3)"])).isOk).toBe(false);
  expect((await run("no-such-program", [])).isOk).toBe(false);
});
