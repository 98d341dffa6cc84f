import type { WorkerDeps } from "./context.server.ts";

type Check = "ok" | "failed";
type Health = { status: "ok" | "degraded"; version: string; checks: { db: Check; kv: Check; queue: Check; rooms: Check } };

const checkTimeoutMs = 2_000;

async function probe(run: () => Promise<unknown>): Promise<Check> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<Check>((resolve) => {
    timer = setTimeout(() => resolve("failed"), checkTimeoutMs);
  });
  const attempt = run().then(
    (): Check => "ok",
    (): Check => "failed",
  );
  const result = await Promise.race([attempt, timeout]);
  clearTimeout(timer);
  return result;
}

/** Asks each part for something small. A waiting outbox older than a few minutes counts as a broken queue. */
export async function checkHealth({ env, clock, config }: WorkerDeps): Promise<Health> {
  const overdueMs = 5 * 60_000;
  const [db, kv, queue, rooms] = await Promise.all([
    probe(() => env.DB.prepare("select 1").first()),
    probe(() => env.KV.get("health")),
    probe(async () => {
      const late = await env.DB.prepare("select 1 from outbox where due_at < ? limit 1")
        .bind(clock.now() - overdueMs)
        .first();
      if (late !== null) throw new Error("events wait for longer than they should");
    }),
    probe(() => env.WORKSPACE_LIVE.get(env.WORKSPACE_LIVE.idFromName("health")).alive()),
  ]);
  const checks = { db, kv, queue, rooms };
  const status = Object.values(checks).every((check) => check === "ok") ? "ok" : "degraded";
  return { status, version: config.version, checks };
}
