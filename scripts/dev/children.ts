import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";

export type ChildSpec = { name: string; args: string[]; env?: Record<string, string>; logTo?: number | "ignore" };

export type Child = { name: string; process: ChildProcess; exited: Promise<ChildExit> };

export type ChildExit = { name: string; code: number | null; signal: NodeJS.Signals | null };

/**
 * Starts a Node program as leader of its own process group, so that ending the group ends its helpers too.
 * Its input is a pipe that only we hold: see end-with-starter.ts.
 */
export function startChild(spec: ChildSpec): Child {
  const output = spec.logTo ?? "inherit";
  const started = spawn(process.execPath, ["--import", "./scripts/dev/end-with-starter.ts", ...spec.args], {
    detached: true,
    stdio: ["pipe", output, output],
    env: {
      ...process.env,
      ENTREPOT_STARTER: String(process.pid),
      CLOUDFLARE_CF_FETCH_ENABLED: "false",
      WRANGLER_SEND_METRICS: "false",
      ...spec.env,
    },
  });
  const exited = new Promise<ChildExit>((resolve) => {
    started.once("error", () => resolve({ name: spec.name, code: 1, signal: null }));
    started.once("exit", (code, signal) => resolve({ name: spec.name, code, signal }));
  });
  return { name: spec.name, process: started, exited };
}

/** Ends a child and everything it started: politely, then by force once the grace is over. */
export async function stopChild(child: Child, graceMs = 5000): Promise<void> {
  signalGroup(child, "SIGTERM");
  const waiting = new AbortController();
  const outcome = await Promise.race([
    child.exited.then(() => "ended"),
    delay(graceMs, "stuck", { signal: waiting.signal }).catch(() => "ended"),
  ]);
  waiting.abort();
  if (outcome === "stuck" || groupIsAlive(child)) signalGroup(child, "SIGKILL");
  await child.exited;
}

export function signalGroup(child: Child, signal: NodeJS.Signals): void {
  const { pid } = child.process;
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has ended already.
  }
}

function groupIsAlive(child: Child): boolean {
  const { pid } = child.process;
  if (pid === undefined) return false;
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}
