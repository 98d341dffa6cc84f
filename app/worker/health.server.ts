import type { WorkerDeps } from "./context.server.ts";

type Check = "ok" | "failed";
type Health = {
  status: "ok" | "degraded";
  version: string;
  checks: { db: Check; kv: Check; queue: Check; rooms: Check };
  floor: Floor;
};
/** Over all workspaces: how many zones were looked at within the hour, and how many of them do not add up or answer. */
type Floor = { checkedZones: number; driftingZones: number; silentZones: number };

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
  return { status, version: config.version, checks, floor: await readFloor(env.DB, clock.now()).catch(() => unknownFloor) };
}

const unknownFloor: Floor = { checkedZones: 0, driftingZones: 0, silentZones: 0 };

async function readFloor(d1: D1Database, nowMs: number): Promise<Floor> {
  const row = await d1
    .prepare(
      `select count(*) as checkedZones, coalesce(sum(drift > 0), 0) as driftingZones, coalesce(sum(drift is null), 0) as silentZones
       from zone_checks where checked_at >= ?`,
    )
    .bind(nowMs - 3_600_000)
    .first<Floor>();
  return row ?? unknownFloor;
}
