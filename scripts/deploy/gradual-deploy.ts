/**
 * Deploys the built Worker in steps of 10, 50 and 100 % and goes back by itself when the new version does badly.
 * Build first: `CLOUDFLARE_ENV=production npm run build`. Exit 3 means: only a full deploy can do this one.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLiveRequests } from "./analytics.ts";
import { type BuiltWorker, readBuiltWorker } from "./built-worker.ts";
import { watch } from "./probe.ts";
import { type Outcome, type RolloutPorts, rollOut, stages } from "./rollout.ts";

const exitCodes: Record<Outcome["kind"], number> = { done: 0, "rolled-back": 1, failed: 1, "needs-full-deploy": 3 };
/** The commit, which the health endpoint repeats. */
const versionArgs = ["--var", `VERSION:${process.env["GITHUB_SHA"] ?? "unknown"}`];
const builtConfigPath = "build/server/wrangler.json";

function wrangler(args: string[], extraEnv: Record<string, string> = {}): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn("node_modules/.bin/wrangler", args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...extraEnv } });
    const stdout: string[] = [];
    const stderr: string[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk.toString()));
    child.on("error", (error) => resolve({ exitCode: 1, output: error.message }));
    child.on("close", (code) => {
      const isJson = args.includes("--json") && code === 0;
      resolve({ exitCode: code ?? 1, output: isJson ? stdout.join("") : stdout.join("") + stderr.join("") });
    });
  });
}

/** Wrangler writes the id of an upload into a file of events; its printed text is for people. */
async function upload(): ReturnType<RolloutPorts["upload"]> {
  const folder = mkdtempSync(join(tmpdir(), "deploy-"));
  const eventsPath = join(folder, "events.ndjson");
  const answer = await wrangler(["versions", "upload", ...versionArgs], { WRANGLER_OUTPUT_FILE_PATH: eventsPath });
  const events = existsSync(eventsPath) ? readFileSync(eventsPath, "utf8") : "";
  rmSync(folder, { recursive: true, force: true });
  const versionId = /"type":"version-upload".*?"version_id":"([^"]+)"/.exec(events)?.[1] ?? null;
  return { ...answer, versionId };
}

function portsFor(built: BuiltWorker): RolloutPorts {
  const accountId = process.env["CLOUDFLARE_ACCOUNT_ID"] ?? "";
  const apiToken = process.env["CLOUDFLARE_API_TOKEN"] ?? "";
  return {
    wrangler,
    upload,
    async observe(versionId, durationMs) {
      const since = new Date();
      const target = { publicUrl: built.publicUrl, worker: built.name, versionId };
      const observation = await watch(target, durationMs, () =>
        readLiveRequests({ accountId, apiToken }, built.name, versionId, since, fetch),
      );
      if (observation.live === null) console.log("the platform's error figures could not be read: judged by the probes alone");
      return observation;
    },
    log: (line) => console.log(line),
  };
}

async function main(): Promise<number> {
  const built = existsSync(builtConfigPath) ? readBuiltWorker(readFileSync(builtConfigPath, "utf8")) : null;
  if (built?.environment !== "production") {
    console.error(`the build is for "${built?.environment ?? "nothing"}": run CLOUDFLARE_ENV=production npm run build first`);
    return 2;
  }
  const outcome = await rollOut(built.name, stages, portsFor(built));
  console.log(outcome.kind === "done" ? `done: ${outcome.versionId} serves everybody` : `${outcome.kind}: ${outcome.reason}`);
  if (outcome.kind === "needs-full-deploy") console.log('run the production workflow with mode "full", see docs/operations.md');
  return exitCodes[outcome.kind];
}

process.exitCode = await main();
