import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Child, startChild, stopChild } from "./children.ts";
import { provideBrowser } from "./provide-browser.ts";
import { refuseDeployedEnvironment } from "./settings.ts";
import { complain, runCommand, say } from "./terminal.ts";
import { withTestApp } from "./test-app.ts";
import { addCounts, countPlaywright, type Counts, countVitest, readCounts } from "./test-counts.ts";

type Run = { reports: string; filters: string[]; stop: AbortController; children: Set<Child> };

/** `npm test [-- unit|e2e] [files…]`: everything, or one kind, or only the files whose path contains a word. */
await runCommand(async () => {
  refuseDeployedEnvironment();
  const words = process.argv.slice(2);
  const kind = words[0] === "unit" || words[0] === "e2e" ? words[0] : "all";
  const filters = kind === "all" ? words : words.slice(1);
  const run: Run = { reports: mkdtempSync(join(tmpdir(), "entrepot-reports-")), filters, stop: new AbortController(), children: new Set() };
  endOnSignal(run);
  const counts: Counts[] = [];
  try {
    if (kind !== "e2e") counts.push(await runUnit(run));
    if (kind !== "unit" && !run.stop.signal.aborted) counts.push(await runBrowser(run));
  } finally {
    rmSync(run.reports, { recursive: true, force: true });
  }
  const { passed, failed, failures } = addCounts(counts);
  for (const failure of failures) complain(`failed: ${failure}`);
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 && !run.stop.signal.aborted ? 0 : 1;
});

async function runUnit(run: Run): Promise<Counts> {
  const report = join(run.reports, "vitest.json");
  const args = ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runToEnd(run, [...args, "--passWithNoTests", ...run.filters], {});
  return readCounts(report, countVitest, code);
}

async function runBrowser(run: Run): Promise<Counts> {
  const report = join(run.reports, "playwright.json");
  try {
    const browser = { CHROMIUM_PATH: provideBrowser(), ENTREPOT_E2E_REPORT: report };
    const args = ["node_modules/@playwright/test/cli.js", "test", "--pass-with-no-tests", ...run.filters];
    const code = await withTestApp(run.stop.signal, (env) => runToEnd(run, args, { ...env, ...browser }));
    return readCounts(report, countPlaywright, code);
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1, failures: [] };
  }
}

async function runToEnd(run: Run, args: string[], env: Record<string, string>): Promise<number> {
  const child = startChild({ name: "The tests", args, env });
  run.children.add(child);
  const { code } = await child.exited;
  run.children.delete(child);
  return code ?? 1;
}

function endOnSignal(run: Run): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      run.stop.abort(new Error("The tests were stopped."));
      for (const child of run.children) void stopChild(child);
    });
  }
}
