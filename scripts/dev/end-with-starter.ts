import { isMainThread } from "node:worker_threads";

/**
 * Loaded first into every program a command starts. The starter holds the other end of standard input; when it closes, even
 * by an outright kill, this program ends with its whole process group. Helpers that inherit this file have another parent.
 */
if (isMainThread && process.env["ENTREPOT_STARTER"] === String(process.ppid)) {
  process.stdin.resume().once("end", () => process.kill(-process.pid, "SIGTERM"));
  process.stdin.unref();
}
