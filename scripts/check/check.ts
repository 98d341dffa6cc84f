/** `npm run check`: format, lint, types, unused code and the house rules. Prints one line a step; non-zero on any failure. */
import { existsSync, statSync } from "node:fs";
import { totalmem } from "node:os";
import { delimiter } from "node:path";
import { runOwnChecks } from "./own-checks.ts";
import { command, runSteps, type Step, type StepResult, verdict } from "./steps.ts";

const root = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");
process.env["PATH"] = `${root}/node_modules/.bin${delimiter}${process.env["PATH"] ?? ""}`;
process.env["WRANGLER_SEND_METRICS"] = "false";
process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
// The type checker is a Go program: not collecting garbage before a third of the memory is used saves a fifth of its time.
process.env["GOGC"] ??= "off";
process.env["GOMEMLIMIT"] ??= `${Math.floor(totalmem() / 3 / 2 ** 20)}MiB`;

function isStale(generated: string, source: string): boolean {
  return !existsSync(`${root}/${generated}`) || statSync(`${root}/${source}`).mtimeMs > statSync(`${root}/${generated}`).mtimeMs;
}

const houseRules: Step = {
  name: "house rules",
  run() {
    const problems = runOwnChecks(root);
    return Promise.resolve({
      isOk: problems.length === 0,
      output: problems.map(({ path, line, message }) => `${path}:${line}  ${message}`).join("\n"),
    });
  },
};

const generators: Step[] = [command("route types", "react-router", ["typegen"], root)];
if (isStale("worker-configuration.d.ts", "wrangler.toml")) {
  generators.push(command("binding types", "wrangler", ["types", "--strict-vars", "false"], root));
}

/** Type errors are reported by the linter (`typeCheck` in its configuration): one program reads all types once. */
const needGenerated: Step[] = [
  command("lint and types", "oxlint", ["--deny-warnings", "."], root),
  command("unused code", "knip", ["--no-progress"], root),
];

const needNothing: Step[] = [command("format", "oxfmt", ["--check", "."], root), houseRules];

function report({ name, isOk, seconds }: StepResult): void {
  console.log(`${isOk ? "ok  " : "FAIL"}  ${name.padEnd(14)} ${seconds.toFixed(1)} s`);
}

const now = () => performance.now();
const startedAt = now();

async function generateThenRead(): Promise<StepResult[]> {
  return [...(await runSteps(generators, now, report)), ...(await runSteps(needGenerated, now, report))];
}

const results = (await Promise.all([generateThenRead(), runSteps(needNothing, now, report)])).flat();
const { text, exitCode } = verdict(results, (now() - startedAt) / 1000);
console.log(text);
process.exitCode = exitCode;
