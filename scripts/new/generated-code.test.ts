/** Slow for a test in Node (it compiles a copy of the project), and the only proof that templates follow the house. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkSource, projectFiles } from "#scripts/check/own-checks.ts";
import { parseSource } from "#scripts/check/source.ts";
import { generate } from "./generate.ts";

const project = process.cwd();
const environments = ["", "env.staging.", "env.production."];
let copy = "";
let made: string[] = [];

function run(tool: string, args: string[]): { exitCode: number; output: string } {
  const env = { ...process.env, CI: "true", WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false", NO_COLOR: "1" };
  try {
    return {
      exitCode: 0,
      output: execFileSync(join(project, "node_modules/.bin", tool), args, { cwd: copy, env, encoding: "utf8", stdio: "pipe" }),
    };
  } catch (error) {
    const output = error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
    return { exitCode: 1, output };
  }
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(join(copy, path), change(readFileSync(join(copy, path), "utf8")));
}

/** Follows what the generators print as left to do, as far as the type checker needs it. */
function wire(): void {
  edit("app/routes.ts", (text) =>
    text.replace("export default [", 'export default [\n  route("console/stock-counts", "routes/console/stock-counts.tsx"),'),
  );
  edit("app/routes.ts", (text) => (/\broute\b[^;]*from/.test(text) ? text : text.replace("import { ", "import { route, ")));
  edit("wrangler.toml", (text) => {
    const blocks = environments.map(
      (prefix) => `[[${prefix}durable_objects.bindings]]\nname = "WAVE_PICKING"\nclass_name = "WavePickingRoom"\n`,
    );
    return `${text}\n${blocks.join("")}`;
  });
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "generated-"));
  for (const path of projectFiles(project)) cpSync(join(project, path), join(copy, path));
  symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));
  made = [
    ["area", "stock-counts"],
    ["verb", "stock-counts", "close-stock-count"],
    ["route", "console", "stock-counts"],
    ["room", "wave-picking"],
    ["integration", "blue-parcel"],
    ["tool", "stock-counts", "close-stock-count"],
  ].flatMap((args) => generate(args, copy).paths);
  wire();
  for (const [tool, ...args] of [
    ["react-router", "typegen"],
    ["wrangler", "types", "--strict-vars", "false"],
    ["oxfmt", ...made],
  ]) {
    const { exitCode, output } = run(tool ?? "", args);
    if (exitCode !== 0) throw new Error(`${tool ?? ""}: ${output}`);
  }
}, 120_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("what the generators make has the right types", { timeout: 120_000 }, () => {
  const { output } = run("tsc", ["-p", "."]);
  expect(output.split("\n").filter((line) => made.some((path) => line.startsWith(`${path}(`)))).toEqual([]);
});

test("what the generators make is free of lint", { timeout: 120_000 }, () => {
  expect(run("oxlint", made)).toMatchObject({ exitCode: 0 });
});

test("what the generators make keeps the rules of the house", () => {
  expect(made.flatMap((path) => checkSource(parseSource(path, readFileSync(join(copy, path), "utf8"))))).toEqual([]);
});
