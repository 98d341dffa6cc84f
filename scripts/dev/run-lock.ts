import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AdvisedError } from "./terminal.ts";

const runningSchema = z.object({ pid: z.number().int().positive(), url: z.string() });

/** One running app per state folder: two processes writing the same SQLite files would corrupt each other's view. */
export function claimState(stateDir: string, url: string): Disposable {
  requireStateUnused(stateDir);
  mkdirSync(stateDir, { recursive: true });
  const path = lockPath(stateDir);
  writeFileSync(path, JSON.stringify({ pid: process.pid, url }));
  return { [Symbol.dispose]: () => rmSync(path, { force: true }) };
}

export function requireStateUnused(stateDir: string): void {
  const running = readRunning(lockPath(stateDir));
  if (running === undefined || !isAlive(running.pid)) return;
  throw new AdvisedError(
    `Entrepot is running at ${running.url} (process ${running.pid}) on the same local data. Stop it first with Ctrl-C.`,
  );
}

function readRunning(path: string): z.infer<typeof runningSchema> | undefined {
  try {
    return runningSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
}

/** After a crash and a reboot the number may belong to another program: only one of our own commands counts. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  return pid !== process.pid && stdout.includes("scripts/dev/");
}

function lockPath(stateDir: string): string {
  return join(stateDir, "running.json");
}
