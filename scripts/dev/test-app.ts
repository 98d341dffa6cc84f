import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild, stopChild } from "./children.ts";
import { findFreePorts } from "./ports.ts";
import { waitUntilAnswers } from "./ready.ts";
import { AdvisedError } from "./terminal.ts";

const logPath = "test-results/app.log";

/** Runs `work` beside the production build, which has ports and data of its own, so that a running app is never touched. */
export async function withTestApp<T>(signal: AbortSignal, work: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const [port = 0, simulatorPort = 0] = await findFreePorts(2);
  const stateDir = mkdtempSync(join(tmpdir(), "entrepot-test-"));
  const env = { PORT: String(port), SIM_PORT: String(simulatorPort), ENTREPOT_STATE_DIR: stateDir };
  mkdirSync("test-results", { recursive: true });
  const app = startChild({ name: "The app", args: ["scripts/dev/start.ts", "--without-demo-shop"], env, logTo: openSync(logPath, "w") });
  const settled = new AbortController();
  try {
    const first = await Promise.race([
      app.exited,
      waitUntilAnswers(`http://127.0.0.1:${port}`, AbortSignal.any([signal, settled.signal]), 300_000),
    ]);
    if (first !== undefined) throw new AdvisedError(`The app did not start:\n${tail(logPath)}`);
    signal.throwIfAborted();
    return await work(env);
  } finally {
    settled.abort();
    await stopChild(app, 15_000);
    rmSync(stateDir, { recursive: true, force: true });
  }
}

function tail(path: string): string {
  return readFileSync(path, "utf8").split("\n").slice(-30).join("\n");
}
